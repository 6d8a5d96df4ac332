package io.parley.fake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.parley.sip.SipMessage;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes to messages that pass, as a rule in an SBC makes them.
 *
 * @param requests whether requests are meant, else responses
 * @param which what the CSeq of those that are meant looks like: {@code INVITE}
 * @param change the text before and after
 */
record Manipulation(boolean requests, String which, UnaryOperator<String> change)
    implements FaultyPath.Fault {

  /** None. */
  static final Manipulation NONE = request("INVITE", "^$", "");

  /** In the body of INVITEs, wherever that is found. */
  static Manipulation offer(String regex, String with) {
    return new Manipulation(true, "INVITE", text -> body(text, regex, with));
  }

  /** In the body of responses to INVITE. */
  static Manipulation answer(String regex, String with) {
    return new Manipulation(false, "INVITE", text -> body(text, regex, with));
  }

  /** Above the body of responses. */
  static Manipulation response(String regex, String with) {
    return new Manipulation(false, "[A-Z]+", text -> text.replaceAll(regex, with));
  }

  /** Anywhere in requests of a method. */
  static Manipulation request(String method, String regex, String with) {
    return new Manipulation(true, method, text -> text.replaceAll(regex, with));
  }

  private static String body(String text, String regex, String with) {
    String sdp = text.substring(text.indexOf("\r\n\r\n") + 4);
    String changed = sdp.replaceAll(regex, with);
    return sdp.equals(changed)
        ? text
        : FaultyPath.withBody(SipMessage.of(text.getBytes(ISO_8859_1)), changed);
  }

  @Override
  public Optional<String> request(SipMessage request) {
    return Optional.of(changed(request, requests));
  }

  @Override
  public Optional<String> response(SipMessage response) {
    return Optional.of(changed(response, !requests));
  }

  private String changed(SipMessage message, boolean meant) {
    return meant && message.cseqMethod().matches(which)
        ? change.apply(message.text())
        : message.text();
  }
}
