package io.parley.scenario.surface;

import io.parley.model.Condition;
import io.parley.model.StatusPattern;
import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Reader;
import io.parley.yaml.Scalar;
import io.parley.yaml.Union;
import java.util.List;
import java.util.Optional;

/** Reads what a step depends on: {@code expected.2xx}, {@code expected.<name>.488}, a way. */
final class ConditionReader {
  /** What a way may be called. */
  static final String WAY = "[a-z][a-z0-9-]*";

  private static final String STATUS = "([1-6][0-9][0-9]|" + StatusReader.CLASS + ")";
  private static final String OUTCOME = StatusReader.REFERENCE + "\\." + STATUS;
  private static final String WHAT =
      "an outcome such as expected.2xx or expected.<name>.488, or the name of a way";

  private ConditionReader() {}

  static Reader<Condition> condition() {
    return Union.<Condition>of(WHAT)
        .text(
            new Form.Text(
                "expected.<status>, expected.<name>.<status>, or a way of an either above",
                "^(" + OUTCOME + "|" + WAY + ")$",
                List.of("expected.2xx")),
            ConditionReader::condition);
  }

  private static Optional<Condition> condition(Scalar scalar, Binder binder) {
    String text = scalar.text();
    if (text.matches(OUTCOME)) {
      return Optional.of(met(text));
    }
    if (text.matches(WAY) && !text.equals("expected")) {
      return Optional.of(new Condition.Taken(text));
    }
    binder.expected(scalar, WHAT);
    return Optional.empty();
  }

  private static Condition met(String text) {
    int dot = text.lastIndexOf('.');
    String status = text.substring(dot + 1);
    String name = dot == "expected".length() ? "" : text.substring("expected.".length(), dot);
    return new Condition.Met(
        name,
        status.endsWith("xx")
            ? new StatusPattern.StatusClass(status.charAt(0) - '0')
            : new StatusPattern.Code(Integer.parseInt(status)));
  }
}
