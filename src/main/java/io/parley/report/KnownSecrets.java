package io.parley.report;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Secrets that are known by their value, wherever they stand. */
final class KnownSecrets {
  private static final int LONG = 16;
  private static final int SHORTEST = 6;
  private static final Pattern NAME =
      Pattern.compile("(?i).*(passw|passphrase|secret|token|api_?key|private_?key|credential).*");

  private KnownSecrets() {}

  /** The values of the variables that are secrets by their name, as CI servers hand them over. */
  static Set<String> in(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(e -> NAME.matcher(e.getKey()).matches())
        .map(Map.Entry::getValue)
        .filter(v -> !v.startsWith("/") && isUnmistakable(v))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a text can hardly be anything else, so that it may be masked in any context. */
  static boolean isUnmistakable(String value) {
    boolean mixed =
        value.chars().anyMatch(Character::isDigit) && value.chars().anyMatch(Character::isLetter);
    return value.length() >= LONG && value.indexOf(' ') < 0 || mixed && value.length() >= SHORTEST;
  }
}
