package io.parley.play.message;

import io.parley.model.MessageMutation;
import io.parley.sip.HeaderName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The start line and the header lines of a request while they are changed, one char a byte. */
final class HeaderLines {
  private final List<String> lines;

  HeaderLines(String head) {
    lines = new ArrayList<>(List.of(head.split("\r\n", -1)));
  }

  /** The lines with that line end between them. */
  String joined(String lineEnd) {
    return String.join(lineEnd, lines);
  }

  /** Applies a mutation of the start line or of headers. */
  void apply(MessageMutation mutation) {
    if (mutation instanceof MessageMutation.StartLine s) {
      lines.set(0, bytes(s.text()));
    } else if (mutation instanceof MessageMutation.DropHeader d) {
      lines.subList(1, lines.size()).removeIf(line -> named(line, d.name()));
    } else if (mutation instanceof MessageMutation.SetHeader s) {
      set(s.name(), bytes(s.value()));
    } else if (mutation instanceof MessageMutation.AddLine a) {
      lines.add(bytes(a.text()));
    } else if (mutation instanceof MessageMutation.RepeatHeader r) {
      int at = find(r.name());
      lines.add(at, lines.get(at));
    } else if (mutation instanceof MessageMutation.MoveHeader m) {
      move(m.name(), m.to());
    } else if (mutation instanceof MessageMutation.PadHeader p) {
      value(p.name(), v -> v + "x".repeat(Math.max(0, p.length() - v.length())));
    } else {
      applyToText(mutation);
    }
  }

  private void applyToText(MessageMutation mutation) {
    if (mutation instanceof MessageMutation.RenameHeader r) {
      line(r.name(), line -> bytes(r.as()) + line.substring(line.indexOf(':')));
    } else if (mutation instanceof MessageMutation.CompactHeader c) {
      line(c.name(), line -> compact(c.name()) + line.substring(line.indexOf(':')));
    } else if (mutation instanceof MessageMutation.FoldHeader f) {
      line(f.name(), line -> line.replaceFirst(":\\s*", ":\r\n "));
    } else if (mutation instanceof MessageMutation.HeaderBytes b) {
      value(b.name(), v -> v + unhex(b.hex()));
    } else if (mutation instanceof MessageMutation.Branch b) {
      String branch = java.util.regex.Matcher.quoteReplacement(bytes(b.value()));
      value("Via", v -> replaced(v, ";branch=[^;]*", ";branch=" + branch, "Via", "branch"));
    } else if (mutation instanceof MessageMutation.Tag t) {
      String again =
          switch (t.is()) {
            case MISSING -> "";
            case TWICE -> "$0$0";
            case OTHER -> ";tag=another";
          };
      value(t.header(), v -> replaced(v, ";tag=[^;]*", again, t.header(), "tag"));
    } else {
      throw new IllegalArgumentException("not a mutation of headers: " + mutation);
    }
  }

  private static String replaced(
      String value, String found, String with, String header, String what) {
    if (!java.util.regex.Pattern.compile(found).matcher(value).find()) {
      throw new IllegalArgumentException("mutate: the " + header + " has no " + what);
    }
    return value.replaceFirst(found, with);
  }

  private static String compact(String name) {
    return HeaderName.compact(name)
        .orElseThrow(
            () -> new IllegalArgumentException("mutate: " + name + " has no compact form"));
  }

  private void move(String name, MessageMutation.Edge to) {
    find(name);
    List<String> moved = lines.stream().skip(1).filter(line -> named(line, name)).toList();
    lines.subList(1, lines.size()).removeIf(line -> named(line, name));
    lines.addAll(to == MessageMutation.Edge.FIRST ? 1 : lines.size(), moved);
  }

  void set(String name, String value) {
    int at = 1;
    while (at < lines.size() && !named(lines.get(at), name)) {
      at++;
    }
    lines.subList(1, lines.size()).removeIf(line -> named(line, name));
    lines.add(Math.min(at, lines.size()), name + ": " + value);
  }

  private void value(String name, UnaryOperator<String> change) {
    line(
        name,
        line -> {
          int start = line.indexOf(':') + 1;
          String value = line.substring(start).stripLeading();
          return line.substring(0, line.length() - value.length()) + change.apply(value);
        });
  }

  private void line(String name, UnaryOperator<String> change) {
    int at = find(name);
    lines.set(at, change.apply(lines.get(at)));
  }

  private int find(String name) {
    for (int i = 1; i < lines.size(); i++) {
      if (named(lines.get(i), name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("mutate: the request has no " + name + " header");
  }

  private static boolean named(String line, String name) {
    int colon = line.indexOf(':');
    return colon > 0 && HeaderName.same(line.substring(0, colon), name);
  }

  private static String unhex(String hex) {
    byte[] out = java.util.HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    return new String(out, StandardCharsets.ISO_8859_1);
  }

  /** YAML text goes onto the wire as UTF-8 (RFC 3261 §7.3.1). */
  static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
