package io.parley.farend;

import io.parley.sdp.Sdp;
import io.parley.sdp.SdpLine;
import io.parley.sdp.SdpSession;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The session description of a new peer within a session that goes on: the session keeps its id,
 * and a changed description has the next version (RFC 3264 §8).
 */
final class JoinedSession {
  private JoinedSession() {}

  /**
   * Writes it.
   *
   * @param last what went out before; null = nothing
   */
  static byte[] next(Speaker.Body last, byte[] sdp) {
    Optional<SdpSession> before =
        Optional.ofNullable(last).flatMap(body -> Sdp.of(body.bytes()).origin());
    if (before.isEmpty()) {
      return sdp;
    }
    SdpSession same = before.get();
    boolean changed = differ(last.bytes(), sdp);
    return with(sdp, changed ? new SdpSession(same.id(), same.version() + 1) : same);
  }

  /** Whether two descriptions say different things, whatever session they are of. */
  static boolean differ(byte[] one, byte[] other) {
    SdpSession none = new SdpSession(0, 0);
    return !java.util.Arrays.equals(with(one, none), with(other, none));
  }

  private static byte[] with(byte[] sdp, SdpSession session) {
    StringBuilder out = new StringBuilder();
    for (SdpLine line : Sdp.of(sdp).lines()) {
      out.append(line.type() == 'o' ? NextDescription.origin(line, session) : line.text());
      out.append(line.end());
    }
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
