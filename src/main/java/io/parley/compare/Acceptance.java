package io.parley.compare;

import io.parley.model.SourcePosition;
import io.parley.yaml.Matches;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A difference that is expected. It takes what all its keys fit; a key that is not there fits
 * everything.
 *
 * @param at where it is written
 * @param cases ids of cases, {@code *} stands for any text
 * @param kind the kind of difference
 * @param what the trait, {@code *} stands for any text
 * @param from how it was before: a text, or {@code /regular expression/}
 * @param to how it is now, the same
 * @param reason why that is right
 * @param until the last day on which it holds
 */
public record Acceptance(
    SourcePosition at,
    Optional<String> cases,
    Optional<Kind> kind,
    Optional<String> what,
    Optional<String> from,
    Optional<String> to,
    @Matches(value = "(?s).*\\S.*", expected = "a reason") String reason,
    Optional<String> until) {

  /**
   * Checks what the types cannot.
   *
   * @throws IllegalArgumentException when a date or a regular expression is none, or it would take
   *     everything
   */
  public Acceptance {
    if (cases.isEmpty() && kind.isEmpty() && what.isEmpty() && from.isEmpty() && to.isEmpty()) {
      throw new IllegalArgumentException(
          "expected at least one of the keys cases, kind, what, from, to; this accepts everything");
    }
    from.ifPresent(Acceptance::pattern);
    to.ifPresent(Acceptance::pattern);
    until.ifPresent(Acceptance::date);
  }

  private static Pattern pattern(String text) {
    boolean regex = text.length() > 1 && text.startsWith("/") && text.endsWith("/");
    try {
      return regex
          ? Pattern.compile(text.substring(1, text.length() - 1))
          : Pattern.compile(Pattern.quote(text));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "expected a regular expression between slashes, " + e.getDescription() + " in " + text);
    }
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException(
          "until: expected a date such as 2026-12-31, found '" + text + "'");
    }
  }

  /** Whether it holds no longer. */
  boolean expired(LocalDate today) {
    return until.map(u -> date(u).isBefore(today)).orElse(false);
  }

  /** Whether it takes that difference of that case. */
  boolean takes(String id, Difference d) {
    return cases.map(g -> glob(g, id)).orElse(true)
        && kind.map(k -> k == d.kind()).orElse(true)
        && what.map(w -> glob(w, d.what())).orElse(true)
        && from.map(f -> pattern(f).matcher(d.from()).matches()).orElse(true)
        && to.map(t -> pattern(t).matcher(d.to()).matches()).orElse(true);
  }

  private static boolean glob(String glob, String text) {
    return text.matches("\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E");
  }
}
