package io.parley.diagnosis;

import io.parley.model.Evidence;
import io.parley.model.SourcePosition;
import io.parley.yaml.OneOrMany;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a response code means.
 *
 * @param at where it is written
 * @param by whose code it is
 * @param status the SIP status, 300..699
 * @param code the vendor's own number
 * @param phrase the words that come with it
 * @param also other words that come with it, in the place of the phrase
 * @param cause the likely cause
 * @param next what to do next
 * @param owner who does it
 * @param evidence how well it is known
 * @param source the public document
 */
public record CodeMeaning(
    SourcePosition at,
    By by,
    int status,
    OptionalInt code,
    String phrase,
    @OneOrMany List<String> also,
    String cause,
    String next,
    String owner,
    Evidence evidence,
    String source) {

  /** Whose codes there are. */
  public enum By {
    /** Microsoft Teams Direct Routing: a pair of SIP status and Microsoft response code. */
    MICROSOFT,
    /** What the Zoom client shows. */
    ZOOM,
    /** SIP trunk providers. */
    TRUNK,
    /** RFC 3261 and its extensions. */
    SIP
  }

  /** Checks. */
  public CodeMeaning {
    if (status < 300 || status > 699) {
      throw new IllegalArgumentException("expected a status of 300 to 699, found " + status);
    }
  }

  /** Whether a text holds its words, whatever the case and what is no letter or digit. */
  public boolean isToldIn(String text) {
    String found = plain(text);
    return Stream.concat(Stream.of(phrase), also.stream()).anyMatch(w -> found.contains(plain(w)));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
  }

  /** {@code 488 / 531000}, or the status alone. */
  public String pair() {
    return Optional.of(code)
        .filter(OptionalInt::isPresent)
        .map(c -> status + " / " + c.getAsInt())
        .orElse(Integer.toString(status));
  }
}
