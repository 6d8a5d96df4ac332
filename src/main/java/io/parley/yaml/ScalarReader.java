package io.parley.yaml;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the types that are written as one scalar. */
final class ScalarReader {
  private static final Set<Class<?>> TYPES =
      Set.of(
          String.class,
          boolean.class,
          Boolean.class,
          int.class,
          Integer.class,
          long.class,
          Long.class,
          double.class,
          Double.class,
          Duration.class);
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)(\\.[0-9]+)?");
  static final String DURATION = "^[0-9]+(\\.[0-9]+)?(ms|s|m|h)$";
  private static final Pattern DURATION_PARTS = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|s|m|h)");

  private ScalarReader() {}

  static boolean reads(Class<?> type) {
    return type.isEnum() || TYPES.contains(type);
  }

  static Optional<?> read(Node node, Class<?> type, Binder binder) {
    if (type == String.class) {
      return text(node, binder);
    }
    if (type.isEnum()) {
      return constant(node, type, binder);
    }
    if (type == Duration.class) {
      return duration(node, binder);
    }
    return type == boolean.class || type == Boolean.class
        ? truth(node, binder)
        : number(node, type, binder);
  }

  private static Optional<String> text(Node node, Binder binder) {
    if (node instanceof Scalar s && !s.isNull()) {
      return Optional.of(s.text());
    }
    binder.expected(node, "text");
    return Optional.empty();
  }

  private static Optional<Boolean> truth(Node node, Binder binder) {
    if (node instanceof Scalar s && !s.quoted() && Set.of("true", "false").contains(s.text())) {
      return Optional.of(Boolean.valueOf(s.text()));
    }
    binder.expected(node, "true or false");
    return Optional.empty();
  }

  private static Optional<?> number(Node node, Class<?> type, Binder binder) {
    boolean decimal = type == double.class || type == Double.class;
    String what = decimal ? "a number" : "a whole number";
    if (node instanceof Scalar s && (decimal ? DECIMAL : WHOLE).matcher(s.text()).matches()) {
      if (s.quoted()) {
        binder.expected(node, what, Optional.of("Remove the quotes."));
        return Optional.empty();
      }
      try {
        return Optional.of(number(s.text(), type, decimal));
      } catch (NumberFormatException e) {
        what = what + " from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
      }
    }
    binder.expected(node, what);
    return Optional.empty();
  }

  private static Number number(String text, Class<?> type, boolean decimal) {
    if (decimal) {
      return Double.valueOf(text);
    }
    boolean wide = type == long.class || type == Long.class;
    return wide ? (Number) Long.valueOf(text) : (Number) Integer.valueOf(text);
  }

  private static Optional<Duration> duration(Node node, Binder binder) {
    Matcher m = DURATION_PARTS.matcher(node instanceof Scalar s ? s.text() : "");
    if (!m.matches() || m.group(1).length() > 9) {
      binder.expected(node, "a time such as 2s, 500ms or 1m");
      return Optional.empty();
    }
    double unit =
        switch (m.group(2)) {
          case "ms" -> 1;
          case "s" -> 1_000;
          case "m" -> 60_000;
          default -> 3_600_000;
        };
    return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(m.group(1)) * unit)));
  }

  private static Optional<?> constant(Node node, Class<?> type, Binder binder) {
    List<String> words = words(type);
    if (node instanceof Scalar s && !s.isNull()) {
      int index = words.indexOf(s.text());
      if (index >= 0) {
        return Optional.of(type.getEnumConstants()[index]);
      }
      binder.expected(
          node,
          "one of " + String.join(", ", words),
          Suggestion.nearest(s.text(), words).map(w -> "Did you mean '" + w + "'?"));
      return Optional.empty();
    }
    binder.expected(node, "one of " + String.join(", ", words));
    return Optional.empty();
  }

  /** An enum's constants as written: {@code ONE_TWO} is {@code one-two}. */
  static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(c -> ((Enum<?>) c).name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
