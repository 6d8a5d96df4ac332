package io.parley.scenario.surface;

import io.parley.model.HeaderMatch;
import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Reader;
import io.parley.yaml.Scalar;
import io.parley.yaml.Sequence;
import io.parley.yaml.Union;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads headers to send and headers that must come. */
public final class HeaderReader {
  private static final String MATCH =
      "a text, \"/a regular expression/\", ~, { contains: … }, or a list of these";

  private HeaderReader() {}

  /** A value, {@code ~} to remove, or a list to repeat. */
  static Reader<HeaderValues> values() {
    return Union.<HeaderValues>of("a value, ~ to remove the header, or a list to repeat it")
        .text(
            new Form.Text("the value", "", List.of()),
            (scalar, binder) -> Optional.of(new HeaderValues(List.of(scalar.text()))))
        .nothing("remove the header", new HeaderValues(List.of()))
        .list("one header line each", String.class, HeaderValues::new);
  }

  /** What a header must be. */
  static Reader<HeaderAsk> ask() {
    return new Reader<>() {
      @Override
      public Optional<HeaderAsk> read(Node node, Binder binder) {
        return HeaderReader.ask(node, binder);
      }

      @Override
      public List<Form> forms() {
        return List.of(
            new Form.Text("equal to a text, or /found/ in it", "", List.of()),
            new Form.Nothing("there is no such header"),
            new Form.Keys(HeaderAskKeys.class),
            new Form.ListOf("all of these", HeaderAsk.class));
      }
    };
  }

  private static Optional<HeaderAsk> ask(Node node, Binder binder) {
    if (node instanceof Scalar scalar) {
      return text(scalar, scalar.isNull() ? null : scalar.text(), binder)
          .map(match -> new HeaderAsk(node.at(), match, Optional.empty()));
    }
    if (node instanceof Sequence list && !list.items().isEmpty()) {
      return binder
          .bindList(list, HeaderAsk.class)
          .map(all -> new HeaderMatch.AllOf(all.stream().map(HeaderAsk::match).toList()))
          .map(match -> new HeaderAsk(node.at(), match, Optional.empty()));
    }
    if (node instanceof Mapping map) {
      return binder.bind(map, HeaderAskKeys.class).flatMap(keys -> keyed(map, keys, binder));
    }
    binder.expected(node, MATCH);
    return Optional.empty();
  }

  private static Optional<HeaderAsk> keyed(Mapping map, HeaderAskKeys keys, Binder binder) {
    Optional<? extends HeaderMatch> match =
        keys.contains().isPresent()
            ? keys.contains().map(HeaderMatch.Contains::new)
            : text(map.get("is").orElseThrow(), keys.is().orElseThrow(), binder);
    return match.map(m -> new HeaderAsk(map.at(), m, keys.evidence()));
  }

  private static Optional<HeaderMatch> text(Node node, String text, Binder binder) {
    if (text == null) {
      return Optional.of(new HeaderMatch.Absent());
    }
    boolean search = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
    return search
        ? regex(node, text.substring(1, text.length() - 1), binder).map(HeaderMatch.Search::new)
        : Optional.of(new HeaderMatch.Equal(text.strip()));
  }

  /** A regular expression that compiles. */
  public static Optional<String> regex(Node node, String regex, Binder binder) {
    try {
      Pattern.compile(regex);
      return Optional.of(regex);
    } catch (PatternSyntaxException e) {
      String what =
          e.getDescription() + (e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1));
      binder.refuse(node.at(), "not a regular expression: " + what);
      return Optional.empty();
    }
  }
}
