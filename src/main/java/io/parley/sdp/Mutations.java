package io.parley.sdp;

import io.parley.model.SdpMutation;
import io.parley.model.SdpMutation.Append;
import io.parley.model.SdpMutation.Drop;
import io.parley.model.SdpMutation.Insert;
import io.parley.model.SdpMutation.LineEnd;
import io.parley.model.SdpMutation.Repeat;
import io.parley.model.SdpMutation.Replace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Changes a finished SDP, wrong on purpose. */
public final class Mutations {
  private static final String CRLF = "\r\n";

  private Mutations() {}

  /**
   * Applies the changes in order.
   *
   * @throws IllegalArgumentException when a change selects no line: a fault that is not there would
   *     make the case prove nothing
   */
  public static Sdp apply(Sdp sdp, List<SdpMutation> mutations) {
    Sdp out = sdp;
    for (SdpMutation mutation : mutations) {
      out = Sdp.ofLines(change(out, mutation));
    }
    return out;
  }

  private static List<SdpLine> change(Sdp sdp, SdpMutation mutation) {
    if (mutation instanceof Drop m) {
      return each(sdp, "drop", m.line(), l -> Stream.empty());
    }
    if (mutation instanceof Repeat m) {
      return each(sdp, "repeat", m.line(), l -> Stream.of(l, l));
    }
    if (mutation instanceof Replace m) {
      return each(
          sdp, "replace", m.line(), l -> Stream.of(new SdpLine(0, block(m.with()), l.end())));
    }
    if (mutation instanceof Append m) {
      return append(sdp, m.text());
    }
    if (mutation instanceof Insert m) {
      return insert(sdp, m);
    }
    LineEnd end = (LineEnd) mutation;
    return sdp.lines().stream().map(l -> new SdpLine(0, l.text(), end.text())).toList();
  }

  private static List<SdpLine> each(
      Sdp sdp, String what, String start, Function<SdpLine, Stream<SdpLine>> change) {
    requireMatch(sdp, what, start);
    return sdp.lines().stream()
        .flatMap(l -> l.text().startsWith(wire(start)) ? change.apply(l) : Stream.of(l))
        .toList();
  }

  private static List<SdpLine> append(Sdp sdp, String text) {
    List<SdpLine> out = new ArrayList<>(sdp.lines());
    int at =
        sdp.media().isEmpty()
            ? out.size()
            : sdp.sessionLines().size() + sdp.media().get(0).lines().size();
    if (at > 0 && out.get(at - 1).end().isEmpty()) {
      out.set(at - 1, new SdpLine(0, out.get(at - 1).text(), CRLF));
    }
    out.add(at, new SdpLine(0, block(text), CRLF));
    return out;
  }

  private static List<SdpLine> insert(Sdp sdp, Insert insert) {
    requireMatch(sdp, "insert before", insert.before());
    List<SdpLine> out = new ArrayList<>(sdp.lines());
    for (int i = 0; i < out.size(); i++) {
      if (out.get(i).text().startsWith(wire(insert.before()))) {
        out.add(i, new SdpLine(0, block(insert.text()), CRLF));
        break;
      }
    }
    return out;
  }

  private static void requireMatch(Sdp sdp, String what, String start) {
    if (sdp.lines().stream().noneMatch(l -> l.text().startsWith(wire(start)))) {
      throw new IllegalArgumentException(
          "mutate: "
              + what
              + " '"
              + start
              + "': no line of the SDP starts so. Select one of: "
              + sdp.lines().stream().map(Mutations::shortForm).distinct().toList());
    }
  }

  private static String shortForm(SdpLine line) {
    int end = line.text().indexOf(':');
    return line.type() == 'a' && end > 0
        ? line.text().substring(0, end)
        : line.text().substring(0, Math.min(2, line.text().length()));
  }

  /** A text of one or more lines, ended by CRLF where one follows another. */
  private static String block(String text) {
    return wire(text.replaceAll("\r?\n$", "").replaceAll("\r?\n", CRLF));
  }

  /** Text as it goes onto the wire in UTF-8 (RFC 8866 §5), one char a byte. */
  static String wire(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
