package io.parley.scenario.surface;

import io.parley.model.CaptureRule;
import io.parley.model.Doc;
import io.parley.model.SourcePosition;
import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Reader;
import io.parley.yaml.Scalar;
import io.parley.yaml.Union;
import java.util.List;
import java.util.Optional;

/**
 * What to keep of a message, as written.
 *
 * @param from a header's name, {@code start-line}, {@code body} or {@code message}
 * @param find a regular expression
 */
public record CaptureAsk(SourcePosition at, String from, Optional<String> find) {
  private static final String EXPECTED =
      "a header's name, start-line, body, \"/a regular expression/\", or { from: …, find: … }";

  /** The long form. */
  @Doc("Where to look, and what to find there.")
  record Keys(
      SourcePosition at,
      @Doc("A header's name, start-line, body, or message for all of it.") String from,
      @Doc("A regular expression between slashes; its first group is kept.") String find) {}

  /** A header, or what is found. */
  static Reader<CaptureAsk> reader() {
    return Union.<CaptureAsk>of(EXPECTED)
        .text(
            new Form.Text(
                "a header, or /what is found/ in the message", "", List.of("To", "start-line")),
            CaptureAsk::text)
        .map(
            List.of(new Form.Keys(Keys.class)),
            (map, binder) ->
                binder
                    .bind(map, Keys.class)
                    .flatMap(
                        keys ->
                            regex((Scalar) map.get("find").orElseThrow(), binder)
                                .map(r -> new CaptureAsk(map.at(), keys.from(), Optional.of(r)))));
  }

  /** The same under the name that it is kept by. */
  public CaptureRule rule(String name) {
    return new CaptureRule(at, name, from, find);
  }

  private static Optional<CaptureAsk> text(Scalar scalar, Binder binder) {
    return scalar.text().startsWith("/")
        ? regex(scalar, binder).map(r -> new CaptureAsk(scalar.at(), "message", Optional.of(r)))
        : Optional.of(new CaptureAsk(scalar.at(), scalar.text(), Optional.empty()));
  }

  private static Optional<String> regex(Scalar scalar, Binder binder) {
    String text = scalar.text();
    if (text.length() < 3 || !text.startsWith("/") || !text.endsWith("/")) {
      binder.expected(scalar, "a regular expression between slashes");
      return Optional.empty();
    }
    return HeaderReader.regex(scalar, text.substring(1, text.length() - 1), binder);
  }
}
