package io.parley.sip;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provisional response that is sent reliably, as PRACK names it (RFC 3262 §3, §7).
 *
 * @param rseq its number, 1..2^32-1
 * @param cseq CSeq number of the request it answers
 * @param method method of that request
 */
public record Reliable(long rseq, long cseq, String method) {
  /** The option tag (RFC 3262 §9). */
  public static final String TAG = "100rel";

  private static final Pattern RACK =
      Pattern.compile("\\s*(\\d{1,10})\\s+(\\d{1,10})\\s+(\\S+)\\s*");

  /**
   * What a response is to be acknowledged as; empty where it is no 101..199 to an INVITE that
   * requires 100rel and has an RSeq.
   */
  public static Optional<Reliable> of(SipMessage response) {
    int status = response.status().orElse(0);
    String rseq = response.first("RSeq").orElse("").strip();
    boolean reliable =
        status > 100
            && status < 200
            && response.cseqMethod().equals("INVITE")
            && requires(response)
            && rseq.matches("\\d{1,10}");
    return reliable
        ? Optional.of(
            new Reliable(Long.parseLong(rseq), response.cseq().orElse(0), response.cseqMethod()))
        : Optional.empty();
  }

  /** What a PRACK acknowledges; empty where its RAck is missing or no RAck. */
  public static Optional<Reliable> acknowledged(SipMessage prack) {
    Matcher m = RACK.matcher(prack.first("RAck").orElse(""));
    return m.matches()
        ? Optional.of(
            new Reliable(Long.parseLong(m.group(1)), Long.parseLong(m.group(2)), m.group(3)))
        : Optional.empty();
  }

  /** Whether a message names the extension in Require. */
  public static boolean requires(SipMessage message) {
    return message.list("Require").stream().anyMatch(TAG::equalsIgnoreCase);
  }

  /** Whether a message names the extension in Require or Supported. */
  public static boolean supports(SipMessage message) {
    return requires(message) || message.list("Supported").stream().anyMatch(TAG::equalsIgnoreCase);
  }

  /** The value of RAck. */
  public String rack() {
    return rseq + " " + cseq + " " + method;
  }
}
