package io.parley.farend;

import io.parley.model.Direction;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpLine;
import io.parley.sdp.SdpSession;
import java.nio.charset.StandardCharsets;

/** A description of ours once more, with the next version and another direction (RFC 3264 §8). */
final class NextDescription {
  private NextDescription() {}

  /**
   * Writes it.
   *
   * @param last what went out before
   * @param session id and version that it gets
   */
  static byte[] of(byte[] last, SdpSession session, Direction direction) {
    StringBuilder out = new StringBuilder();
    for (SdpLine line : Sdp.of(last).lines()) {
      out.append(text(line, session, direction)).append(line.end());
    }
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** That o= line of another session or version. */
  static String origin(SdpLine line, SdpSession session) {
    String[] field = line.text().split(" ", 4);
    return field[0] + " " + session.id() + " " + session.version() + " " + field[3];
  }

  private static String text(SdpLine line, SdpSession session, Direction direction) {
    if (line.type() == 'o') {
      return origin(line, session);
    }
    for (Direction d : Direction.values()) {
      if (line.attribute(d.attribute()).isPresent()) {
        return "a=" + direction.attribute();
      }
    }
    return line.text();
  }
}
