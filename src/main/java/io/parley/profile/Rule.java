package io.parley.profile;

import io.parley.model.Evidence;
import io.parley.sip.HeaderField;
import java.util.List;
import java.util.Optional;

/**
 * One way in which a far end refuses.
 *
 * @param condition what it refuses
 * @param status the final response, 300..699
 * @param phrase the reason phrase it sends
 * @param headers headers it adds; {@code {guid}} in a value stands for an identifier of the call
 * @param code the vendor's own number for it; never on the wire
 * @param explanation the vendor's or the RFC's words for it
 * @param evidence how well it is known
 * @param source the public document or RFC section
 */
public record Rule(
    Condition condition,
    int status,
    String phrase,
    List<HeaderField> headers,
    Optional<String> code,
    Optional<String> explanation,
    Evidence evidence,
    String source) {

  /** The same with another value of a header that it adds. */
  Rule withHeader(String name, String value) {
    List<HeaderField> changed =
        headers.stream()
            .map(h -> h.name().equals(name) ? new HeaderField(name, value) : h)
            .toList();
    return new Rule(condition, status, phrase, changed, code, explanation, evidence, source);
  }
}
