package io.parley.target.docker;

/** SIPp scenarios of a calling user agent. */
final class SippScenario {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scenario name=\"caller\">\n";
  private static final String ANCHORED =
      "<action><ereg regexp=\"c=IN IP4 127[.]0[.]4[.]9\" search_in=\"msg\" check_it=\"true\""
          + " assign_to=\"anchored\"/></action>";

  private SippScenario() {}

  /** Expects that final response, with a pattern somewhere in it, and acknowledges it. */
  static String refused(Invite invite, int status, String pattern) {
    return HEAD
        + send(invite.text())
        + "<recv response=\"100\" optional=\"true\"/>\n"
        + "<recv response=\""
        + status
        + "\"><action><ereg regexp=\""
        + pattern.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
        + "\" search_in=\"msg\" check_it=\"true\" assign_to=\"seen\"/></action></recv>\n"
        + "<Reference variables=\"seen\"/>\n"
        + "<send><![CDATA[\nACK "
        + invite.uri()
        + " SIP/2.0\n"
        + "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch-3]\n"
        + dialog()
        + "CSeq: 1 ACK\nContent-Length: 0\n\n]]></send>\n</scenario>\n";
  }

  /** Expects 200 with media at the SBC, acknowledges it with a body or none, and hangs up. */
  static String accepted(Invite invite, String ackBody) {
    return HEAD
        + send(invite.text())
        + "<recv response=\"100\" optional=\"true\"/>\n"
        + "<recv response=\"200\" rrs=\"true\">"
        + ANCHORED
        + "</recv>\n<Reference variables=\"anchored\"/>\n"
        + inDialog("ACK", 1, ackBody)
        + inDialog("BYE", 2, "")
        + "<recv response=\"200\"/>\n</scenario>\n";
  }

  /** Expects 180, cancels, and expects 200 to the CANCEL and 487 to the INVITE in either order. */
  static String cancelled(Invite invite) {
    return HEAD
        + send(invite.text())
        + "<recv response=\"100\" optional=\"true\"/>\n<recv response=\"180\"/>\n"
        + "<send><![CDATA[\nCANCEL "
        + invite.uri()
        + " SIP/2.0\nVia: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch-3]\n"
        + "Max-Forwards: 70\nFrom: <sip:+15550200001@sbc.example.com>;tag=[call_number]\nTo: <"
        + invite.uri()
        + ">\nCall-ID: [call_id]\nCSeq: 1 CANCEL\nContent-Length: 0\n\n]]></send>\n"
        + "<recv response=\"200\"/>\n<recv response=\"487\"/>\n"
        + "<send><![CDATA[\nACK "
        + invite.uri()
        + " SIP/2.0\nVia: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch-6]\n"
        + dialog()
        + "CSeq: 1 ACK\nContent-Length: 0\n\n]]></send>\n</scenario>\n";
  }

  private static String send(String message) {
    return "<send retrans=\"500\"><![CDATA[\n" + message + "\n]]></send>\n";
  }

  private static String dialog() {
    return "Max-Forwards: 70\nFrom: <sip:+15550200001@sbc.example.com>;tag=[call_number]\n"
        + "[last_To:]\nCall-ID: [call_id]\n";
  }

  private static String inDialog(String method, int cseq, String body) {
    String retransmit = method.equals("ACK") ? "" : " retrans=\"500\"";
    return "<send"
        + retransmit
        + "><![CDATA[\n"
        + method
        + " [next_url] SIP/2.0\n"
        + "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]\n[routes]\n"
        + dialog()
        + "CSeq: "
        + cseq
        + " "
        + method
        + "\n"
        + (body.isEmpty()
            ? "Content-Length: 0\n\n"
            : "Content-Type: application/sdp\nContent-Length: [len]\n\n" + body + "\n")
        + "]]></send>\n";
  }
}
