package io.parley.peer;

/** What SIPp scenarios are made of. */
final class SippXml {
  private SippXml() {}

  /** The rest of a message with a description of PCMU media. */
  static String sdp(int version, String direction) {
    return "Content-Type: application/sdp\nContent-Length: [len]\n\n"
        + "v=0\no=- 7 "
        + version
        + " IN IP4 [local_ip]\ns=-\nc=IN IP4 [local_ip]\nt=0 0\n"
        + "m=audio 40000 RTP/AVP 0\na=rtpmap:0 PCMU/8000\na="
        + direction
        + "\n";
  }

  /** Sends it until it is answered or acknowledged. */
  static String repeated(String message) {
    return once(message).replace("<send>", "<send retrans=\"500\">");
  }

  /** Sends it. */
  static String once(String message) {
    return "<send><![CDATA[\n" + message + "\n]]></send>\n";
  }
}
