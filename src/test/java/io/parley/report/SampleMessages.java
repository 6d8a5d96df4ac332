package io.parley.report;

/** The messages of the sample results, written by hand. */
final class SampleMessages {
  private SampleMessages() {}

  static String invite(String uri, String call, String sdp) {
    return request("INVITE", uri, call, 1, "Contact: <sip:127.0.1.1:5071>\r\n", sdp);
  }

  static String ack(String call) {
    return request("ACK", "sip:+15550100@sbc.example.com", call, 1, "", "");
  }

  static String request(String method, String uri, String call, int cseq, String more, String sdp) {
    return method
        + " "
        + uri
        + " SIP/2.0\r\n"
        + headers(call, cseq, method, "")
        + "Max-Forwards: 70\r\n"
        + more
        + body(sdp);
  }

  static String response(String status, String method, String call, String more, String sdp) {
    return "SIP/2.0 "
        + status
        + "\r\n"
        + headers(call, 1, method, status.startsWith("100") ? "" : ";tag=t" + call)
        + more
        + body(sdp);
  }

  static String headers(String call, int cseq, String method, String toTag) {
    return "Via: SIP/2.0/UDP 127.0.1.1:5071;branch=z9hG4bK-"
        + call
        + "-"
        + cseq
        + ";rport\r\n"
        + "From: <sip:+15550199@sbc.example.com>;tag=f"
        + call
        + "\r\n"
        + "To: <sip:+15550100@sbc.example.com>"
        + toTag
        + "\r\n"
        + "Call-ID: "
        + call
        + "@parley\r\n"
        + "CSeq: "
        + cseq
        + " "
        + method
        + "\r\n";
  }

  static String body(String sdp) {
    return (sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
        + "Content-Length: "
        + sdp.length()
        + "\r\n\r\n"
        + sdp;
  }

  static String plainSdp() {
    return "v=0\r\no=- 1 1 IN IP4 127.0.1.1\r\ns=-\r\nc=IN IP4 127.0.1.1\r\nt=0 0\r\n"
        + "m=audio 30000 RTP/AVP 0 8 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\n"
        + "a=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n";
  }

  static String secureSdp() {
    return "v=0\r\no=- 1 1 IN IP4 127.0.3.1\r\ns=-\r\nc=IN IP4 127.0.3.1\r\nt=0 0\r\n"
        + "m=audio 40000 RTP/SAVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\n"
        + "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:"
        + SampleResults.KEY
        + "|2^31\r\n"
        + "a=ice-ufrag:8hhY\r\na=ice-pwd:"
        + SampleResults.ICE_PASSWORD
        + "\r\na=sendrecv\r\n";
  }
}
