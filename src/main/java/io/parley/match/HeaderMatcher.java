package io.parley.match;

import io.parley.model.FindingKind;
import io.parley.model.HeaderCheck;
import io.parley.model.HeaderMatch;
import io.parley.model.HeaderMatch.Absent;
import io.parley.model.HeaderMatch.AllOf;
import io.parley.model.HeaderMatch.Contains;
import io.parley.model.HeaderMatch.Equal;
import io.parley.model.HeaderMatch.Search;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A header check against a message. Where a header comes in several lines, any of them may satisfy
 * the check; together they also count as one comma-separated value (RFC 3261 §7.3.1).
 */
public final class HeaderMatcher {
  private static final int WEIGHT = 1;

  private HeaderMatcher() {}

  /** Checks one header. */
  public static Row match(HeaderCheck check, SipMessage message) {
    List<String> values = message.values(check.name());
    int line = new MessageLines(message).header(check.name());
    String expectation = check.name() + words(check.match());
    return fits(check.match(), values)
        ? Row.met(expectation, line)
        : Row.off(
            FindingKind.HEADER, check.at(), expectation, line, found(values, "header"), WEIGHT);
  }

  /** Checks several. */
  public static List<Row> match(List<HeaderCheck> checks, SipMessage message) {
    return checks.stream().map(c -> match(c, message)).toList();
  }

  /**
   * What is wrong with the values of something else that is checked as headers are.
   *
   * @return {@code PRIORITY: 7, found '8'}; empty where they fit
   */
  public static Optional<String> difference(HeaderCheck check, List<String> values) {
    return fits(check.match(), values)
        ? Optional.empty()
        : Optional.of(check.name() + words(check.match()) + ", " + found(values, "attribute"));
  }

  /** What a check asks, in words: {@code PRIORITY: 7}. */
  public static String words(HeaderCheck check) {
    return check.name() + words(check.match());
  }

  private static String found(List<String> values, String what) {
    return values.isEmpty()
        ? "there is no such " + what
        : "found " + values.stream().map(v -> "'" + v + "'").collect(Collectors.joining(", "));
  }

  private static String words(HeaderMatch match) {
    if (match instanceof Equal m) {
      return ": " + m.text().strip();
    }
    if (match instanceof Search m) {
      return ": /" + m.regex() + "/";
    }
    if (match instanceof Contains m) {
      return " containing " + m.token();
    }
    if (match instanceof AllOf m) {
      return m.matches().stream().map(HeaderMatcher::words).collect(Collectors.joining(" and"));
    }
    return " absent";
  }

  private static boolean fits(HeaderMatch match, List<String> values) {
    if (match instanceof Absent) {
      return values.isEmpty();
    }
    if (match instanceof AllOf m) {
      return m.matches().stream().allMatch(part -> fits(part, values));
    }
    List<String> candidates = new ArrayList<>(values);
    if (values.size() > 1) {
      candidates.add(String.join(", ", values));
    }
    return candidates.stream().anyMatch(v -> fits(match, v));
  }

  private static boolean fits(HeaderMatch match, String value) {
    if (match instanceof Equal m) {
      return value.strip().equals(m.text().strip());
    }
    if (match instanceof Search m) {
      return BoundedSearch.isFound(m.regex(), value);
    }
    return tokens(value).stream().anyMatch(t -> isToken(t, ((Contains) match).token().strip()));
  }

  /** A token counts with and without its parameters, in any case (RFC 3261 §7.3.1). */
  private static boolean isToken(String element, String token) {
    return element.equalsIgnoreCase(token)
        || element.split(";", 2)[0].strip().equalsIgnoreCase(token);
  }

  /** The comma-separated elements; commas in quotes or angle brackets do not separate. */
  private static List<String> tokens(String value) {
    List<String> out = new ArrayList<>();
    boolean quoted = false;
    int depth = 0;
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '<' || c == '>')) {
        depth += c == '<' ? 1 : -1;
      } else if (c == ',' && !quoted && depth <= 0) {
        out.add(value.substring(start, i).strip());
        start = i + 1;
      }
    }
    out.add(value.substring(start).strip());
    return out;
  }
}
