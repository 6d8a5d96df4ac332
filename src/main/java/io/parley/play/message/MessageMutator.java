package io.parley.play.message;

import io.parley.model.MessageMutation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Applies mutations to the bytes of a finished request, in order, as text, one char a byte. */
public final class MessageMutator {
  private static final String BLANK_LINE = "\r\n\r\n";

  private MessageMutator() {}

  /**
   * The request with all mutations applied in order; how it is cut on its way changes no byte.
   *
   * @throws IllegalArgumentException when there is nothing that a mutation could act on
   */
  public static byte[] apply(byte[] request, List<MessageMutation> mutations) {
    String text = new String(request, StandardCharsets.ISO_8859_1);
    for (MessageMutation mutation : mutations) {
      text = apply(text, mutation);
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String apply(String text, MessageMutation mutation) {
    if (mutation instanceof MessageMutation.ReplaceText r) {
      return replace(text, r);
    } else if (mutation instanceof MessageMutation.Prepend p) {
      return HeaderLines.bytes(p.text()) + text;
    } else if (mutation instanceof MessageMutation.Append a) {
      return text + HeaderLines.bytes(a.text());
    } else if (mutation instanceof MessageMutation.Truncate t) {
      return text.substring(0, Math.min(t.bytes(), text.length()));
    } else if (mutation instanceof MessageMutation.Copies c) {
      return text.repeat(c.count());
    } else if (mutation instanceof MessageMutation.Segments
        || mutation instanceof MessageMutation.Lose) {
      return text;
    }
    return head(text, mutation);
  }

  private static String replace(String text, MessageMutation.ReplaceText r) {
    int at = text.indexOf(r.find());
    if (at < 0) {
      throw new IllegalArgumentException(
          "mutate: the message has no '" + r.find() + "' to replace");
    }
    String after = text.substring(at + r.find().length());
    return text.substring(0, at) + HeaderLines.bytes(r.with()) + after;
  }

  private static String head(String text, MessageMutation mutation) {
    int end = text.indexOf(BLANK_LINE);
    String rest = end < 0 ? "" : text.substring(end);
    HeaderLines lines = new HeaderLines(end < 0 ? text : text.substring(0, end));
    String lineEnd = "\r\n";
    if (mutation instanceof MessageMutation.ContentLength c) {
      lines.set("Content-Length", Long.toString(c.value()));
    } else if (mutation instanceof MessageMutation.ContentLengthBy c) {
      long there = Math.max(0, rest.length() - BLANK_LINE.length());
      lines.set("Content-Length", Long.toString(there + c.bytes()));
    } else if (mutation instanceof MessageMutation.LineEnd l) {
      lineEnd = HeaderLines.bytes(l.text());
      rest = rest.isEmpty() ? "" : lineEnd.repeat(2) + rest.substring(BLANK_LINE.length());
    } else {
      lines.apply(mutation);
    }
    return lines.joined(lineEnd) + rest;
  }
}
