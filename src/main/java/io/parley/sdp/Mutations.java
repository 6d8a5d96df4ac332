package io.parley.sdp;

import io.parley.model.SdpMutation;
import io.parley.model.SdpMutation.Append;
import io.parley.model.SdpMutation.Change;
import io.parley.model.SdpMutation.Drop;
import io.parley.model.SdpMutation.Insert;
import io.parley.model.SdpMutation.LineBytes;
import io.parley.model.SdpMutation.LineEnd;
import io.parley.model.SdpMutation.Move;
import io.parley.model.SdpMutation.Repeat;
import io.parley.model.SdpMutation.Replace;
import io.parley.model.SdpMutation.Truncate;
import io.parley.model.StreamMutation;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** Changes a finished SDP, wrong on purpose. */
public final class Mutations {
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
      out = change(out, mutation);
    }
    return out;
  }

  private static Sdp change(Sdp sdp, SdpMutation mutation) {
    if (mutation instanceof SdpMutation.OfLines m) {
      return ofLines(new LineEdits(sdp), m);
    }
    if (mutation instanceof StreamMutation m) {
      return ofStreams(new StreamEdits(sdp), m);
    }
    if (mutation instanceof Append m) {
      return new StreamEdits(sdp).append(m);
    }
    if (mutation instanceof Insert m) {
      return new LineEdits(sdp).insert(m);
    }
    if (mutation instanceof LineEnd m) {
      return new LineEdits(sdp).end(m);
    }
    if (mutation instanceof LineBytes m) {
      return new LineEdits(sdp).bytes(m);
    }
    int kept = Math.min(((Truncate) mutation).bytes(), sdp.text().length());
    return Sdp.of(sdp.text().substring(0, kept));
  }

  private static Sdp ofLines(LineEdits lines, SdpMutation.OfLines mutation) {
    if (mutation instanceof Drop m) {
      return lines.each("drop", m.lines(), l -> List.of());
    }
    if (mutation instanceof Repeat m) {
      return lines.each("repeat", m.lines(), l -> Collections.nCopies(m.times().orElse(2), l));
    }
    if (mutation instanceof Replace m) {
      return lines.each("replace", m.lines(), l -> List.of(LineEdits.text(l, block(m.with()))));
    }
    return mutation instanceof Change m ? lines.change(m) : lines.move((Move) mutation);
  }

  private static Sdp ofStreams(StreamEdits streams, StreamMutation mutation) {
    if (mutation instanceof StreamMutation.Drop m) {
      return streams.drop(m.stream());
    }
    if (mutation instanceof StreamMutation.Repeat m) {
      return streams.repeat(m.stream());
    }
    StreamMutation.Move m = (StreamMutation.Move) mutation;
    return streams.move(m.stream(), m.to());
  }

  /** A text of one or more lines, ended by CRLF where one follows another. */
  static String block(String text) {
    return wire(text.replaceAll("\r?\n$", "").replaceAll("\r?\n", "\r\n"));
  }

  /** Text as it goes onto the wire in UTF-8 (RFC 8866 §5), one char a byte. */
  static String wire(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
