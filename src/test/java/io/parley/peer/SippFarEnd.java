package io.parley.peer;

/** SIPp scenarios of far ends: what they do with one call. */
final class SippFarEnd {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <scenario name="far end">
        <recv request="INVITE" rrs="true">
          <action><ereg regexp=".*" search_in="hdr" header="From:" assign_to="caller"/></action>
        </recv>
        <Reference variables="caller"/>
      """;
  private static final String OF_THE_CALL =
      """
      [last_Via:]
      [last_From:]
      [last_To:];tag=far[call_number]
      [last_Call-ID:]
      [last_CSeq:]
      """;

  private SippFarEnd() {}

  /**
   * Refuses.
   *
   * @param line status and phrase
   * @param header one more header
   */
  static String refuses(String line, String header) {
    return HEAD
        + SippXml.repeated(
            "SIP/2.0 " + line + "\n" + OF_THE_CALL + header + "\nContent-Length: 0\n\n")
        + "<recv request=\"ACK\"/>\n</scenario>\n";
  }

  /** Rings, answers and waits to be hung up. */
  static String answers() {
    return HEAD
        + SippXml.once("SIP/2.0 180 Ringing\n" + answering("Content-Length: 0\n\n"))
        + SippXml.repeated("SIP/2.0 200 OK\n" + answering(SippXml.sdp(1, "sendrecv")))
        + "<recv request=\"ACK\"/>\n<recv request=\"BYE\"/>\n"
        + SippXml.once("SIP/2.0 200 OK\n" + OF_THE_CALL + "Content-Length: 0\n\n")
        + "</scenario>\n";
  }

  /** Rings, answers and hangs up at once. */
  static String hangsUp() {
    return HEAD
        + SippXml.once("SIP/2.0 180 Ringing\n" + answering("Content-Length: 0\n\n"))
        + SippXml.repeated("SIP/2.0 200 OK\n" + answering(SippXml.sdp(1, "sendrecv")))
        + "<recv request=\"ACK\"/>\n"
        + bye(2)
        + "</scenario>\n";
  }

  /** Answers, holds, resumes and hangs up. */
  static String holds() {
    return HEAD
        + SippXml.repeated("SIP/2.0 200 OK\n" + answering(SippXml.sdp(1, "sendrecv")))
        + "<recv request=\"ACK\"/>\n"
        + reInvite(2, "sendonly")
        + reInvite(3, "sendrecv")
        + bye(4)
        + "</scenario>\n";
  }

  private static String answering(String rest) {
    return OF_THE_CALL
        + "[last_Record-Route:]\nContact: <sip:far@[local_ip]:[local_port]>\n"
        + rest;
  }

  private static String reInvite(int cseq, String direction) {
    return SippXml.repeated(request("INVITE", cseq, SippXml.sdp(cseq, direction)))
        + SippXml.answered(cseq, "m=audio")
        + SippXml.once(request("ACK", cseq, "Content-Length: 0\n\n"));
  }

  private static String bye(int cseq) {
    return SippXml.repeated(request("BYE", cseq, "Content-Length: 0\n\n"))
        + "<recv response=\"200\"/>\n";
  }

  /** In the dialog of the call that came in: From is ours, To the caller's. */
  private static String request(String method, int cseq, String rest) {
    return method
        + " [next_url] SIP/2.0\n"
        + "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]\n"
        + "[routes]\nMax-Forwards: 70\n"
        + "From: <sip:far@[local_ip]>;tag=far[call_number]\n"
        + "To:[$caller]\nCall-ID: [call_id]\nCSeq: "
        + cseq
        + " "
        + method
        + "\nContact: <sip:far@[local_ip]:[local_port]>\n"
        + rest;
  }
}
