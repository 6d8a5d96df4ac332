package io.parley.sip;

import java.util.Locale;

/** What tells transactions apart (RFC 3261 §17.1.3, §17.2.3). */
public final class TransactionKey {

  private TransactionKey() {}

  /** Of a request we send, or of the response to it: branch and method. */
  public static String client(SipMessage message) {
    return client(message.branch().orElse(""), clientMethod(message));
  }

  private static String clientMethod(SipMessage message) {
    return message.isRequest() ? message.method() : message.cseqMethod();
  }

  /** Of a request with that branch and method. */
  public static String client(String branch, String method) {
    return branch.toLowerCase(Locale.ROOT) + '|' + method;
  }

  /**
   * Of a request that came, or of our response to it: branch, sent-by and method; an ACK belongs to
   * its INVITE. The Call-ID counts too, beyond RFC 3261 §17.2.3, since there are clients that give
   * unrelated requests one branch. Without a branch, what else there is.
   */
  public static String server(SipMessage message) {
    String method = clientMethod(message);
    if (method.equals("ACK")) {
      method = "INVITE";
    }
    String branch = message.branch().orElse("");
    String identity =
        branch.isEmpty()
            ? message.callId()
                + '|'
                + message.cseq().orElse(-1)
                + '|'
                + message.fromTag().orElse("")
            : branch + '|' + sentBy(message) + '|' + message.callId();
    return identity.toLowerCase(Locale.ROOT) + '|' + method;
  }

  /** Of a final response to INVITE and the ACK to it: Call-ID, CSeq number and To tag. */
  public static String ack(SipMessage message) {
    return message.callId() + '|' + message.cseq().orElse(-1) + '|' + message.toTag().orElse("");
  }

  /** Of a reliable provisional response, and of the PRACK to it (RFC 3262 §7.2). */
  public static String reliable(SipMessage message, Reliable reliable) {
    return message.callId() + '|' + message.toTag().orElse("") + '|' + reliable.rack();
  }

  private static String sentBy(SipMessage message) {
    String[] part = message.topVia().orElse("").strip().split("[\\s;]+");
    return part.length > 1 ? part[1] : "";
  }
}
