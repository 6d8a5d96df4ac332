package io.parley.match;

import io.parley.model.FindingKind;
import io.parley.model.SourcePosition;
import io.parley.sdp.SdpLine;
import java.util.ArrayList;
import java.util.List;

/** Collects what was checked of one stream, and how it went. */
final class StreamRows {
  private final SourcePosition at;
  private final MessageLines lines;
  private final String stream;
  private final List<Row> rows = new ArrayList<>();

  /**
   * Sets it up.
   *
   * @param at where the check is written
   * @param stream which stream it is, for example {@code stream 2: }; empty text for the audio
   */
  StreamRows(SourcePosition at, MessageLines lines, String stream) {
    this.at = at;
    this.lines = lines;
    this.stream = stream;
  }

  /** Adds a check; {@code found} is what the SDP has instead. */
  void check(boolean met, String expectation, SdpLine line, String found) {
    int number = lines.body(line.number());
    rows.add(
        met
            ? Row.met(stream + expectation, number)
            : Row.off(FindingKind.SDP, at, stream + expectation, number, "found " + found, 1));
  }

  /** A check that is either met or not by one word. */
  void equal(String what, String wanted, String actual, SdpLine line) {
    check(
        wanted.equals(actual),
        what + " " + wanted,
        line,
        actual.isEmpty() ? "no " + what : what + " " + actual);
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }
}
