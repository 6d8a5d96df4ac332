package io.parley.yaml;

import io.parley.model.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Builds the tree of one document from Jackson's token stream. */
final class TreeReader {
  private static final YAMLFactory FACTORY = YAMLFactory.builder().build();
  private static final int MAX_DEPTH = 60;
  private static final int MAX_NODES = 50_000;

  private final String file;
  private final String text;
  private final Problems problems;
  private final boolean astral;
  private YAMLParser parser;
  private int nodes;
  private int lastCodePoint;
  private int lastIndex;

  TreeReader(String file, String text, Problems problems) {
    this.file = file;
    this.text = text;
    this.problems = problems;
    this.astral = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }

  Optional<Node> read() {
    try (YAMLParser open = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser = open;
      if (parser.nextToken() == null) {
        problems.add(
            Yaml.start(file),
            "expected a map, found an empty file",
            "Is it saved? './parley new' writes a scenario to start from.");
        return Optional.empty();
      }
      Node root = node(0);
      if (parser.nextToken() != null) {
        throw refuse(
            "expected one document, found a second after '---'", "One file, one document.");
      }
      return Optional.of(root);
    } catch (Refused e) {
      problems.add(e.at, e.getMessage(), e.hint);
    } catch (JacksonException e) {
      SyntaxError.of(file, text, e).addTo(problems);
    }
    return Optional.empty();
  }

  private Node node(int depth) {
    if (++nodes > MAX_NODES) {
      throw refuse("expected at most " + MAX_NODES + " values in a file, found more", "Split it.");
    }
    if (depth > MAX_DEPTH) {
      throw refuse(
          "expected at most " + MAX_DEPTH + " levels of nesting, found more", "Flatten it.");
    }
    SourcePosition at = at();
    boolean quoted = openingMark();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(at, depth);
    }
    return token == JsonToken.START_ARRAY
        ? sequence(at, depth)
        : new Scalar(at, parser.getString(), quoted);
  }

  private Sequence sequence(SourcePosition at, int depth) {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new Sequence(at, List.copyOf(items));
  }

  private Mapping mapping(SourcePosition at, int depth) {
    List<Mapping.Entry> entries = new ArrayList<>();
    Map<String, SourcePosition> seen = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      SourcePosition keyAt = at();
      String key = parser.getString();
      openingMark();
      if (key.equals("<<")) {
        throw refuse("merge keys ('<<') are not supported", "Write the keys out.");
      }
      parser.nextToken();
      Node value = node(depth + 1);
      SourcePosition first = seen.putIfAbsent(key, keyAt);
      if (first == null) {
        entries.add(new Mapping.Entry(keyAt, key, value));
      } else {
        problems.add(keyAt, "the key '" + key + "' is already given in line " + first.line());
      }
    }
    return new Mapping(at, List.copyOf(entries));
  }

  /** Whether the value begins as a quoted text or a block; refuses anchors, aliases and tags. */
  private boolean openingMark() {
    int index = index((int) parser.currentTokenLocation().getCharOffset());
    char mark = index < text.length() ? text.charAt(index) : ' ';
    return switch (mark) {
      case '&' -> throw refuse("anchors ('&name') are not supported", "Write the value out.");
      case '*' ->
          throw refuse(
              "aliases ('*name') are not supported",
              "Write the value out, or put it in quotes if it is text.");
      case '!' ->
          throw refuse(
              "tags ('!name') are not supported", "Leave it out, or put the value in quotes.");
      case '"', '\'', '|', '>' -> true;
      default -> false;
    };
  }

  /** The parser counts code points; a text counts chars. Tokens come in order. */
  private int index(int codePoint) {
    lastIndex = astral ? text.offsetByCodePoints(lastIndex, codePoint - lastCodePoint) : codePoint;
    lastCodePoint = codePoint;
    return lastIndex;
  }

  private SourcePosition at() {
    TokenStreamLocation place = parser.currentTokenLocation();
    return new SourcePosition(file, place.getLineNr(), place.getColumnNr());
  }

  private Refused refuse(String message, String hint) {
    return new Refused(at(), message, hint);
  }

  /** Ends reading at a construct that is YAML but not ours. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient SourcePosition at;
    private final String hint;

    Refused(SourcePosition at, String message, String hint) {
      super(message, null, false, false);
      this.at = at;
      this.hint = hint;
    }
  }
}
