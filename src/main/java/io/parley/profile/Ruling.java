package io.parley.profile;

import io.parley.sip.HeaderField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a far end makes of a request. */
public sealed interface Ruling {

  /**
   * It takes the call.
   *
   * @param notes what it would rather have seen otherwise, in words
   */
  record Accept(List<String> notes) implements Ruling {}

  /**
   * It refuses.
   *
   * @param rule the rule that says so
   * @param status final response, 300..699
   * @param phrase reason phrase
   * @param headers headers of the response beyond those every response has, ready for the wire
   * @param explanation what was expected and what was found
   * @param sdpLine the line of the SDP body that shows it, from 1
   * @param code the vendor's own number; never on the wire
   */
  record Refuse(
      Rule rule,
      int status,
      String phrase,
      List<HeaderField> headers,
      String explanation,
      OptionalInt sdpLine,
      Optional<String> code)
      implements Ruling {}

  /** Whether the call is taken. */
  default boolean accepted() {
    return this instanceof Accept;
  }
}
