package io.parley.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON document (RFC 8259) as a stream, so that a large file never has to fit a tree.
 *
 * <pre>{@code
 * try (JsonReader in = JsonReader.open(path)) {
 *   in.object(field -> {
 *     switch (field) {
 *       case "cases" -> in.array(() -> cases.add(in.object()));
 *       default -> in.skip();
 *     }
 *   });
 * }
 * }</pre>
 *
 * What is not JSON, or ends too early, is a {@link JsonFault}; what was told before stands. Belongs
 * to one thread.
 */
public final class JsonReader implements AutoCloseable {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final JsonParser parser;
  private final UnaryOperator<String> texts;

  private JsonReader(JsonParser parser, UnaryOperator<String> texts) {
    this.parser = parser;
    this.texts = texts;
  }

  /**
   * Opens a file.
   *
   * @throws IOException when it cannot be read
   */
  public static JsonReader open(Path path) throws IOException {
    return open(path, UnaryOperator.identity());
  }

  /**
   * Opens a file.
   *
   * @param texts given each text that is read, for example to keep equal ones once
   * @throws IOException when it cannot be read
   */
  public static JsonReader open(Path path, UnaryOperator<String> texts) throws IOException {
    InputStream in = Files.newInputStream(path);
    return new JsonReader(FACTORY.createParser(ObjectReadContext.empty(), in), texts);
  }

  /**
   * Reads an object.
   *
   * @param field called with each name; must read or skip the value
   * @throws JsonFault when there is no object
   */
  public void object(Consumer<String> field) {
    guarded(
        () -> {
          expect(JsonToken.START_OBJECT, "an object");
          members(field);
        });
  }

  /**
   * Reads an array.
   *
   * @param item called for each item; must read or skip it
   * @throws JsonFault when there is no array
   */
  public void array(Runnable item) {
    guarded(
        () -> {
          expect(JsonToken.START_ARRAY, "an array");
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            whole();
            pushed = true;
            item.run();
          }
        });
  }

  private boolean pushed;

  /** Any value: a map in the order of the file, a list, a text, a number, a boolean, empty. */
  public Optional<Object> value() {
    Object[] out = new Object[1];
    guarded(
        () -> {
          next();
          out[0] = read();
        });
    return Optional.ofNullable(out[0]);
  }

  /** Passes over a value. */
  public void skip() {
    guarded(
        () -> {
          next();
          parser.skipChildren();
        });
  }

  private JsonToken next() {
    if (pushed) {
      pushed = false;
    } else {
      parser.nextToken();
    }
    whole();
    return parser.currentToken();
  }

  private void whole() {
    if (parser.currentToken() == null) {
      throw new JsonFault(place() + ": expected more, found the end of the file");
    }
  }

  private void expect(JsonToken token, String what) {
    if (next() != token) {
      throw new JsonFault(place() + ": expected " + what + ", found " + found());
    }
  }

  private String found() {
    String text = String.valueOf(parser.getString());
    return "'" + text.substring(0, Math.min(20, text.length())) + "'";
  }

  private void members(Consumer<String> field) {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      whole();
      field.accept(parser.currentName());
    }
  }

  /** The value whose first token is the current one; null is JSON's. */
  private Object read() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> map();
      case START_ARRAY -> list();
      case VALUE_STRING -> texts.apply(parser.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getNumberValue();
    };
  }

  private Map<String, Object> map() {
    Map<String, Object> out = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      whole();
      String name = parser.currentName();
      parser.nextToken();
      whole();
      out.put(name, read());
    }
    return out;
  }

  private List<Object> list() {
    List<Object> out = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      whole();
      out.add(read());
    }
    return out;
  }

  private void guarded(Runnable read) {
    try {
      read.run();
    } catch (JacksonException e) {
      throw new JsonFault(place() + ": " + e.getOriginalMessage().split("\n")[0]);
    }
  }

  private String place() {
    TokenStreamLocation at = parser.currentLocation();
    return at.getLineNr() + ":" + at.getColumnNr();
  }

  @Override
  public void close() {
    parser.close();
  }
}
