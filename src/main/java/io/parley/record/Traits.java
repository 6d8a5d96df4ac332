package io.parley.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a message was like, thing by thing. Names of headers end in a colon, names of SDP lines in
 * {@code =} or are {@code a=name}; all others are ours. Belongs to one thread.
 */
final class Traits {
  /** Readers of JSON refuse names without end, and media types and headers can be that long. */
  private static final int LONGEST_NAME = 200;

  private final Map<String, String> values = new TreeMap<>();
  private final Names names;

  Traits(Names names) {
    this.names = names;
  }

  /** Notes a thing; what is there twice is kept in its order. */
  void put(String what, String value) {
    String name = what.length() <= LONGEST_NAME ? what : what.substring(0, LONGEST_NAME) + "…";
    values.merge(readable(name), names.in(readable(value)), (a, b) -> a + " | " + b);
  }

  /** A message is read one char a byte; where it is UTF-8, it is to be read as such. */
  private static String readable(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(bytes)
          .toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  Map<String, String> values() {
    return Collections.unmodifiableMap(values);
  }
}
