package io.parley.cli;

import io.parley.peer.Sipp;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A SIPp that asks callers for alice's digest and verifies it itself. */
final class DigestPeer {
  private DigestPeer() {}

  /** Starts SIPp for so many calls, other requests included, and waits until it listens. */
  static Sipp sipp(InetSocketAddress place, int calls) throws Exception {
    Sipp.require();
    try (var in = DigestPeer.class.getResourceAsStream("/sipp/asks-for-digest.xml")) {
      String scenario = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Sipp.start("-timeout 60 -m " + calls, "-sf " + Sipp.file(scenario), Sipp.at(place))
          .listening(place);
    }
  }
}
