package io.parley.sdp;

import io.parley.model.LineSelector;
import io.parley.model.SdpMutation.Change;
import io.parley.model.SdpMutation.Insert;
import io.parley.model.SdpMutation.LineBytes;
import io.parley.model.SdpMutation.LineEnd;
import io.parley.model.SdpMutation.Move;
import io.parley.model.SdpMutation.Place;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Changes that concern lines of an SDP. */
final class LineEdits {
  private static final String CRLF = "\r\n";

  private final Sdp sdp;
  private final List<SdpLine> lines;

  LineEdits(Sdp sdp) {
    this.sdp = sdp;
    this.lines = sdp.lines();
  }

  /** The same line end behind another text. */
  static SdpLine text(SdpLine line, String text) {
    return new SdpLine(0, text, line.end());
  }

  /** Other lines in the place of each that is selected. */
  Sdp each(String what, LineSelector selector, Function<SdpLine, List<SdpLine>> change) {
    Set<Integer> chosen = SelectedLines.of(sdp, what, selector);
    List<SdpLine> out = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      out.addAll(chosen.contains(i) ? change.apply(lines.get(i)) : List.of(lines.get(i)));
    }
    return Sdp.ofLines(out);
  }

  Sdp change(Change change) {
    return each("change", change.lines(), l -> List.of(text(l, changed(l.text(), change))));
  }

  private static String changed(String line, Change change) {
    String with = Mutations.wire(change.with());
    if (change.find().isPresent()) {
      String find = Mutations.wire(change.find().get());
      int at = line.indexOf(find);
      if (at < 0) {
        throw new IllegalArgumentException(
            "mutate: change: no '" + change.find().get() + "' in '" + line + "'");
      }
      return line.substring(0, at) + with + line.substring(at + find.length());
    }
    String[] fields = line.split(" ", -1);
    int index = change.field().orElseThrow();
    if (index < 1 || index > fields.length) {
      throw new IllegalArgumentException(
          "mutate: change: '" + line + "' has " + fields.length + " fields, none is " + index);
    }
    fields[index - 1] = with;
    return String.join(" ", fields);
  }

  /** The selected lines elsewhere: at an end of their part, or before another line. */
  Sdp move(Move move) {
    Set<Integer> chosen = SelectedLines.of(sdp, "move", move.lines());
    int target =
        move.before().isPresent()
            ? before(move.before().get())
            : end(chosen.iterator().next(), move.to().orElseThrow());
    List<SdpLine> out = new ArrayList<>();
    for (int i = 0; i <= lines.size(); i++) {
      if (i == target) {
        chosen.forEach(c -> out.add(lines.get(c)));
      }
      if (i < lines.size() && !chosen.contains(i)) {
        out.add(lines.get(i));
      }
    }
    return Sdp.ofLines(out);
  }

  private int before(String start) {
    return SelectedLines.of(sdp, "move before", LineSelector.of(start)).iterator().next();
  }

  /** Where the part begins or ends that a line belongs to. */
  private int end(int line, Place place) {
    int from = 0;
    int to = sdp.sessionLines().size();
    for (Media media : sdp.media()) {
      if (line >= to) {
        from = to;
        to += media.lines().size();
      }
    }
    return place == Place.FIRST ? from : to;
  }

  Sdp insert(Insert insert) {
    String what = "insert " + (insert.before().isPresent() ? "before" : "after");
    SdpLine line = new SdpLine(0, Mutations.block(insert.text()), CRLF);
    return each(
        what,
        insert.beside(),
        l -> insert.before().isPresent() ? List.of(line, l) : List.of(l, line));
  }

  Sdp end(LineEnd end) {
    String text = Mutations.wire(end.text());
    Function<SdpLine, List<SdpLine>> change = l -> List.of(new SdpLine(0, l.text(), text));
    return end.of().isPresent()
        ? each("line-end", LineSelector.of(end.of().get()), change)
        : Sdp.ofLines(lines.stream().flatMap(l -> change.apply(l).stream()).toList());
  }

  Sdp bytes(LineBytes bytes) {
    String tail = new String(octets(bytes.hex()), java.nio.charset.StandardCharsets.ISO_8859_1);
    return each(
        "line-bytes", LineSelector.of(bytes.line()), l -> List.of(text(l, l.text() + tail)));
  }

  private static byte[] octets(String hex) {
    try {
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "mutate: line-bytes: expected bytes in hexadecimal such as 00 ff, found '" + hex + "'");
    }
  }
}
