package io.parley.sdp;

import io.parley.model.SdpMutation.Append;
import io.parley.model.SdpMutation.Place;
import java.util.ArrayList;
import java.util.List;

/** Changes that concern whole parts of an SDP: the session part and the media sections. */
final class StreamEdits {
  private static final String CRLF = "\r\n";

  private final Sdp sdp;

  StreamEdits(Sdp sdp) {
    this.sdp = sdp;
  }

  /**
   * The index of a media section, from 0.
   *
   * @param number as written, from 1
   * @throws IllegalArgumentException when there is no such section
   */
  static int index(Sdp sdp, String what, String number) {
    int streams = sdp.media().size();
    int stream = number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
    if (stream < 1 || stream > streams) {
      throw new IllegalArgumentException(
          "mutate: "
              + what
              + ": expected the number of a stream, 1 to "
              + streams
              + ", found "
              + number);
    }
    return stream - 1;
  }

  Sdp drop(int stream) {
    List<List<SdpLine>> sections = sections();
    sections.remove(index(sdp, "drop-stream", Integer.toString(stream)));
    return whole(sections);
  }

  Sdp repeat(int stream) {
    List<List<SdpLine>> sections = sections();
    int index = index(sdp, "repeat-stream", Integer.toString(stream));
    sections.add(index, sections.get(index));
    return whole(sections);
  }

  Sdp move(int stream, Place to) {
    List<List<SdpLine>> sections = sections();
    List<SdpLine> moved = sections.remove(index(sdp, "move-stream", Integer.toString(stream)));
    sections.add(to == Place.FIRST ? 0 : sections.size(), moved);
    return whole(sections);
  }

  /** A text at the end of the first media section, or of the part that is named. */
  Sdp append(Append append) {
    List<SdpLine> out = new ArrayList<>(sdp.lines());
    int at = end(append);
    if (at > 0 && out.get(at - 1).end().isEmpty()) {
      out.set(at - 1, new SdpLine(0, out.get(at - 1).text(), CRLF));
    }
    out.add(at, new SdpLine(0, Mutations.block(append.text()), CRLF));
    return Sdp.ofLines(out);
  }

  private int end(Append append) {
    String part = append.in().orElse(sdp.media().isEmpty() ? "session" : "1");
    int end = sdp.sessionLines().size();
    if (part.equals("session")) {
      return end;
    }
    for (int i = 0; i <= index(sdp, "append", part); i++) {
      end += sdp.media().get(i).lines().size();
    }
    return end;
  }

  private List<List<SdpLine>> sections() {
    return new ArrayList<>(sdp.media().stream().map(Media::lines).toList());
  }

  private Sdp whole(List<List<SdpLine>> sections) {
    List<SdpLine> out = new ArrayList<>(sdp.sessionLines());
    sections.forEach(out::addAll);
    return Sdp.ofLines(out);
  }
}
