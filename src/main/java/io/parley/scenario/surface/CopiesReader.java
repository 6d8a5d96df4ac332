package io.parley.scenario.surface;

import io.parley.model.Count;
import io.parley.model.Interval;
import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Reader;
import io.parley.yaml.Scalar;
import io.parley.yaml.Union;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how many, how far apart, and how exactly. */
final class CopiesReader {
  private static final String COUNT = "a number, 3+ for at least three, or 2-4";
  private static final String INTERVAL = "a time such as 500ms, or T1, 2*T1";
  private static final String PERCENT = "a share such as 30%";
  private static final int MOST = 1000;
  private static final Pattern T1S = Pattern.compile("(?:(\\d{1,3})\\s*\\*\\s*)?T1");
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3})\\s*%");

  private CopiesReader() {}

  /** {@code 3}, {@code 3+}, {@code 2-4}. */
  static Reader<Count> count() {
    return Union.<Count>of(COUNT)
        .whole(new Form.Whole("exactly so many", 0, MOST), Count::exactly)
        .text(
            new Form.Text(
                "at least so many, or from … to …", "^\\d{1,4}(\\+|-\\d{1,4})$", List.of()),
            (scalar, binder) -> read(scalar, Count.parse(scalar.text()), COUNT, binder));
  }

  /** {@code T1}, {@code 2*T1}, {@code 500ms}. */
  static Reader<Interval> interval() {
    return Union.<Interval>of(INTERVAL)
        .text(
            new Form.Text("a time, or so many T1 of the target", "", List.of("T1", "2*T1", "4*T1")),
            CopiesReader::interval);
  }

  private static Optional<Interval> interval(Scalar scalar, Binder binder) {
    Matcher t1s = T1S.matcher(scalar.text().strip());
    if (t1s.matches()) {
      int count = t1s.group(1) == null ? 1 : Integer.parseInt(t1s.group(1));
      return read(
          scalar,
          count > 0 ? Optional.of(Interval.ofT1s(count)) : Optional.empty(),
          INTERVAL,
          binder);
    }
    return binder.bind(scalar, Duration.class).map(Interval::of);
  }

  /** {@code 30%}. */
  static Reader<Percent> percent() {
    return Union.<Percent>of(PERCENT)
        .text(
            new Form.Text("a share in percent", "^\\d{1,3} ?%$", List.of("30%")),
            (scalar, binder) -> {
              Matcher m = SHARE.matcher(scalar.text().strip());
              return read(
                  scalar,
                  m.matches()
                      ? Optional.of(new Percent(Integer.parseInt(m.group(1))))
                      : Optional.empty(),
                  PERCENT,
                  binder);
            });
  }

  private static <T> Optional<T> read(
      Scalar scalar, Optional<T> value, String expected, Binder binder) {
    if (value.isEmpty()) {
      binder.expected(scalar, expected);
    }
    return value;
  }
}
