package io.parley.compare;

import io.parley.model.SourcePosition;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * One thing that differs between two runs of an unchanged target.
 *
 * @param at where it is written
 * @param header the header whose values it takes, {@code *} = any
 * @param line the SDP line, for example {@code a=rtcp} or {@code o=}, {@code *} = any
 * @param trait another trait by its name, for example {@code Request-URI}
 * @param find what is noise, a regular expression of {@link Pattern}
 * @param replace what stands there instead, {@code $1} is the first group
 * @param why what makes it differ
 */
public record NoiseRule(
    SourcePosition at,
    Optional<String> header,
    Optional<String> line,
    Optional<String> trait,
    String find,
    String replace,
    Optional<String> why) {
  private static final String ANY = "*";

  /**
   * Checks what the types cannot.
   *
   * @throws IllegalArgumentException when it is not for exactly one thing, or not a regular
   *     expression
   */
  public NoiseRule {
    if (Stream.of(header, line, trait).filter(Optional::isPresent).count() != 1) {
      throw new IllegalArgumentException("expected one of the keys header, line, trait");
    }
    try {
      int groups = Pattern.compile(find).matcher("").groupCount();
      java.util.regex.Matcher reference = Pattern.compile("\\$(\\d)").matcher(replace);
      while (reference.find()) {
        if (Integer.parseInt(reference.group(1)) > groups) {
          throw new IllegalArgumentException(
              "replace: there is no group " + reference.group() + " in '" + find + "'");
        }
      }
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "find: expected a regular expression, " + e.getDescription() + " in '" + find + "'");
    }
  }

  /** Whether it takes the values of that trait. */
  boolean takes(String name) {
    if (name.endsWith(":")) {
      String plain = name.substring(0, name.length() - 1);
      return header.filter(h -> h.equals(ANY) || h.equalsIgnoreCase(plain)).isPresent();
    }
    int from = name.indexOf(" a=");
    boolean isLine = from >= 0 || name.endsWith("=");
    if (isLine) {
      String plain = name.substring(from >= 0 ? from + 1 : name.lastIndexOf(' ') + 1);
      return line.filter(l -> l.equals(ANY) || l.equals(plain)).isPresent();
    }
    return trait
        .filter(t -> t.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .isPresent();
  }
}
