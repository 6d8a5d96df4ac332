package io.parley.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header fields of a message as received, found by name: any case, long or compact.
 *
 * @param all in order
 */
record ReceivedFields(List<HeaderField> all) {

  /** Reads the lines below a start line; folded ones count as one (RFC 3261 §7.3.1). */
  static ReceivedFields of(List<String> lines) {
    List<HeaderField> out = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      StringBuilder line = new StringBuilder(lines.get(i));
      while (i + 1 < lines.size() && isFolded(lines.get(i + 1))) {
        line.append(' ').append(lines.get(++i).strip());
      }
      int colon = line.indexOf(":");
      if (colon > 0) {
        out.add(
            new HeaderField(
                line.substring(0, colon).stripTrailing(), line.substring(colon + 1).strip()));
      }
    }
    return new ReceivedFields(List.copyOf(out));
  }

  private static boolean isFolded(String line) {
    return line.startsWith(" ") || line.startsWith("\t");
  }

  /** The values of every field of that name, in order, one per header line. */
  List<String> values(String name) {
    String wanted = HeaderName.canonical(name);
    List<String> out = new ArrayList<>(2);
    for (HeaderField h : all) {
      if (HeaderName.canonical(h.name()).equals(wanted)) {
        out.add(h.value());
      }
    }
    return List.copyOf(out);
  }

  /** The first of them. */
  Optional<String> first(String name) {
    String wanted = HeaderName.canonical(name);
    for (HeaderField h : all) {
      if (HeaderName.canonical(h.name()).equals(wanted)) {
        return Optional.of(h.value());
      }
    }
    return Optional.empty();
  }
}
