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

  /**
   * Waits for the 200 to the INVITE of that CSeq, with a text in it. A 200 to the one before may
   * come again: its sender repeats it until it sees the ACK (RFC 3261 §13.3.1.4), and SIPp does not
   * look at the number.
   */
  static String answered(int cseq, String text) {
    return """
        <label id="wait%1$d"/>
        <recv response="100" optional="true"/>
        <recv response="200">
          <action><ereg regexp="CSeq: %1$d INVITE.*%2$s" search_in="msg" assign_to="right%1$d"/></action>
        </recv>
        <nop test="right%1$d" next="go%1$d"/>
        <nop next="wait%1$d"/>
        <label id="go%1$d"/>
        """
        .formatted(cseq, text);
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
