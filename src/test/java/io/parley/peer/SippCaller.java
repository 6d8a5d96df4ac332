package io.parley.peer;

/** SIPp scenarios of callers: what they do in one call. */
final class SippCaller {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scenario name=\"caller\">\n";
  private static final String END = "</scenario>\n";
  private static final String PROVISIONAL =
      "<recv response=\"100\" optional=\"true\"/>\n<recv response=\"180\" optional=\"true\"/>\n";
  private static final String EMPTY = "Content-Length: 0\n\n";

  private SippCaller() {}

  /** Calls, acknowledges and hangs up. */
  static String hangsUp() {
    return HEAD + answered() + hangUp(2) + END;
  }

  /** Calls and waits to be hung up. */
  static String isHungUp() {
    return HEAD
        + answered()
        + "<recv request=\"BYE\"/>\n"
        + SippXml.once(
            "SIP/2.0 200 OK\n[last_Via:]\n[last_From:]\n[last_To:]\n[last_Call-ID:]\n"
                + "[last_CSeq:]\n"
                + EMPTY)
        + END;
  }

  /** Calls, holds, resumes and hangs up. */
  static String holds() {
    return HEAD
        + answered()
        + reInvite(2, "sendonly", "recvonly")
        + reInvite(3, "sendrecv", "sendrecv")
        + hangUp(4)
        + END;
  }

  /** Calls without an offer and answers in its ACK. */
  static String offersLate() {
    return HEAD
        + SippXml.repeated(invite(EMPTY))
        + PROVISIONAL
        + ok("m=audio")
        + SippXml.once(inDialog("ACK", 1, SippXml.sdp(1, "sendrecv")))
        + hangUp(2)
        + END;
  }

  /** Wants a description of media before the answer. */
  static String hearsEarlyMedia() {
    return HEAD
        + SippXml.repeated(invite(SippXml.sdp(1, "sendrecv")))
        + "<recv response=\"100\" optional=\"true\"/>\n"
        + received("183", "m=audio")
        + ok("m=audio")
        + SippXml.once(inDialog("ACK", 1, EMPTY))
        + hangUp(2)
        + END;
  }

  /** Gives up while it rings. */
  static String cancels() {
    return HEAD
        + SippXml.repeated(invite(SippXml.sdp(1, "sendrecv")))
        + "<recv response=\"100\" optional=\"true\"/>\n<recv response=\"180\"/>\n"
        + SippXml.repeated(
            ofTheInvite("CANCEL", "[branch-3]", "To: <sip:[service]@[remote_ip]:[remote_port]>"))
        + "<recv response=\"200\"/>\n<recv response=\"487\"/>\n"
        + SippXml.once(ofTheInvite("ACK", "[branch-6]", "[last_To:]"))
        + END;
  }

  private static String answered() {
    return SippXml.repeated(invite(SippXml.sdp(1, "sendrecv")))
        + PROVISIONAL
        + ok("m=audio")
        + SippXml.once(inDialog("ACK", 1, EMPTY));
  }

  private static String hangUp(int cseq) {
    return SippXml.repeated(inDialog("BYE", cseq, EMPTY)) + "<recv response=\"200\"/>\n";
  }

  private static String reInvite(int cseq, String direction, String answered) {
    return SippXml.repeated(inDialog("INVITE", cseq, SippXml.sdp(cseq, direction)))
        + SippXml.answered(cseq, "a=" + answered)
        + SippXml.once(inDialog("ACK", cseq, EMPTY));
  }

  private static String ok(String pattern) {
    return received("200", pattern).replace("<recv ", "<recv rrs=\"true\" ");
  }

  /** That response, with a text in it. */
  private static String received(String status, String pattern) {
    return "<recv response=\""
        + status
        + "\"><action><ereg regexp=\""
        + pattern
        + "\" search_in=\"msg\" check_it=\"true\" assign_to=\"seen\"/></action></recv>\n"
        + "<Reference variables=\"seen\"/>\n";
  }

  private static String invite(String rest) {
    return ofTheInvite("INVITE", "[branch]", "To: <sip:[service]@[remote_ip]:[remote_port]>")
        .replace(EMPTY, "Contact: <sip:sipp@[local_ip]:[local_port]>\n" + rest);
  }

  private static String ofTheInvite(String method, String branch, String to) {
    return message(method + " sip:[service]@[remote_ip]:[remote_port]", method, 1, branch, to)
        + EMPTY;
  }

  private static String inDialog(String method, int cseq, String rest) {
    return message(method + " [next_url]", method, cseq, "[branch]", "[routes]\n[last_To:]")
        + "Contact: <sip:sipp@[local_ip]:[local_port]>\n"
        + rest;
  }

  private static String message(String start, String method, int cseq, String branch, String to) {
    return start
        + " SIP/2.0\nVia: SIP/2.0/[transport] [local_ip]:[local_port];branch="
        + branch
        + "\nMax-Forwards: 70\nFrom: <sip:+15550190000@example.com>;tag=sipp[call_number]\n"
        + to
        + "\nCall-ID: [call_id]\nCSeq: "
        + cseq
        + " "
        + method
        + "\n";
  }
}
