package io.parley.match;

import io.parley.sip.SipMessage;

/** Messages to compare with. */
final class Messages {
  static final String SDP =
      """
      v=0
      o=- 1 1 IN IP4 192.0.2.5
      s=-
      c=IN IP4 192.0.2.5
      t=0 0
      m=audio 4000 RTP/AVP 0 8 101
      a=rtpmap:0 PCMU/8000
      a=rtpmap:101 telephone-event/8000
      a=ptime:20
      a=sendrecv
      """;

  private Messages() {}

  /** A response to an INVITE with more header lines. */
  static SipMessage response(String statusLine, String... headers) {
    return message("SIP/2.0 " + statusLine, "", headers);
  }

  /** A response or request with an SDP body. */
  static SipMessage withSdp(String startLine, String sdp, String... headers) {
    return message(startLine, sdp.replace("\n", "\r\n"), headers);
  }

  static SipMessage message(String startLine, String body, String... headers) {
    StringBuilder text = new StringBuilder();
    text.append(startLine).append("\r\n");
    text.append("Via: SIP/2.0/UDP 127.0.1.1:5060;branch=z9hG4bK1\r\n");
    text.append("From: <sip:a@example.com>;tag=1\r\nTo: <sip:b@example.com>;tag=2\r\n");
    text.append("Call-ID: c1\r\nCSeq: 1 INVITE\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    if (!body.isEmpty()) {
      text.append("Content-Type: application/sdp\r\n");
    }
    return SipMessage.of(text + "Content-Length: " + body.length() + "\r\n\r\n" + body);
  }
}
