package io.parley.play;

import io.parley.model.MessageMutation;
import io.parley.sip.HeaderName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies mutations to the bytes of a finished request. Works on the header block as text, one char
 * a byte.
 */
final class MessageMutator {
  private MessageMutator() {}

  /** The request with all mutations applied in order. */
  static byte[] apply(byte[] request, List<MessageMutation> mutations) {
    String text = new String(request, StandardCharsets.ISO_8859_1);
    for (MessageMutation mutation : mutations) {
      text = apply(text, mutation);
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String apply(String text, MessageMutation mutation) {
    if (mutation instanceof MessageMutation.ReplaceText r) {
      int at = text.indexOf(r.find());
      if (at < 0) {
        throw new IllegalArgumentException(
            "mutate: the message has no '" + r.find() + "' to replace");
      }
      return text.substring(0, at) + bytes(r.with()) + text.substring(at + r.find().length());
    }
    int end = text.indexOf("\r\n\r\n");
    String body = end < 0 ? "" : text.substring(end);
    List<String> lines =
        new ArrayList<>(List.of((end < 0 ? text : text.substring(0, end)).split("\r\n", -1)));
    if (mutation instanceof MessageMutation.StartLine s) {
      lines.set(0, bytes(s.text()));
    } else if (mutation instanceof MessageMutation.DropHeader d) {
      lines.subList(1, lines.size()).removeIf(line -> named(line, d.name()));
    } else if (mutation instanceof MessageMutation.SetHeader s) {
      set(lines, s.name(), bytes(s.value()));
    } else if (mutation instanceof MessageMutation.AddLine a) {
      lines.add(bytes(a.text()));
    } else if (mutation instanceof MessageMutation.ContentLength c) {
      set(lines, "Content-Length", Long.toString(c.value()));
    }
    return String.join("\r\n", lines) + body;
  }

  private static void set(List<String> lines, String name, String value) {
    int at = 1;
    while (at < lines.size() && !named(lines.get(at), name)) {
      at++;
    }
    lines.subList(1, lines.size()).removeIf(line -> named(line, name));
    lines.add(Math.min(at, lines.size()), name + ": " + value);
  }

  private static boolean named(String line, String name) {
    int colon = line.indexOf(':');
    return colon > 0 && HeaderName.same(line.substring(0, colon), name);
  }

  /** YAML text goes onto the wire as UTF-8 (RFC 3261 §7.3.1). */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
