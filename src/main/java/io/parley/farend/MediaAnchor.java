package io.parley.farend;

import io.parley.model.Direction;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpLine;
import io.parley.sdp.SdpSession;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Puts our own address and ports into a session description that passes, as an SBC that anchors
 * media does (RFC 5853 §3.2). Signalling only: nobody relays RTP on these ports.
 */
final class MediaAnchor {
  private static final int FIRST_PORT = 40000;
  private static final int LAST_PORT = 60000;

  /** Ports of one leg: enough for ten streams, RTP and RTCP. */
  private static final int STEP = 20;

  /** Priority of the only host candidate of component 1 (RFC 8445 §5.1.2.1). */
  private static final long HOST_PRIORITY = 2130706431L;

  private final String address;
  private final AtomicInteger next = new AtomicInteger(FIRST_PORT);

  MediaAnchor(String address) {
    this.address = address;
  }

  /** Our address as text. */
  String address() {
    return address;
  }

  /** First port for a new leg; even. */
  int newPort() {
    return next.getAndUpdate(p -> p + STEP >= LAST_PORT ? FIRST_PORT : p + STEP);
  }

  /**
   * The description as the other leg gets it: origin, connection addresses, ports and candidates
   * are ours; a zero address and a zero port mean something and stay.
   *
   * @param known which directions it understands; for others it gets {@code inactive}, which holds
   *     too (RFC 3264 §8.4) and answers any direction (§6.1)
   */
  byte[] pass(Sdp sdp, int firstPort, Predicate<Direction> known) {
    StringBuilder out = new StringBuilder();
    int port = firstPort - 2;
    boolean candidate = false;
    for (SdpLine line : sdp.lines()) {
      if (line.type() == 'm') {
        port += 2;
        candidate = false;
      }
      String text = directed(pass(line, port, candidate, sdp), line, known);
      candidate |= line.attribute("candidate").isPresent();
      if (!text.isEmpty()) {
        out.append(text).append(line.end());
      }
    }
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The line as it goes on; empty = it does not. */
  private String pass(SdpLine line, int port, boolean candidateWritten, Sdp sdp) {
    return switch (line.type()) {
      case 'o' -> origin(sdp.origin().orElse(new SdpSession(1, 1)));
      case 'c' -> isZero(line) ? line.text() : "c=IN " + family();
      case 'm' -> media(line, port);
      case 'a' -> attribute(line, port, candidateWritten);
      default -> line.text();
    };
  }

  private static String directed(String text, SdpLine line, Predicate<Direction> known) {
    boolean foreign =
        Arrays.stream(Direction.values())
            .anyMatch(d -> line.attribute(d.attribute()).isPresent() && !known.test(d));
    return foreign ? "a=" + Direction.INACTIVE.attribute() : text;
  }

  private String origin(SdpSession session) {
    return "o=- " + session.id() + " " + session.version() + " IN " + family();
  }

  private static boolean isZero(SdpLine line) {
    return line.value().matches("IN IP[46] (0\\.0\\.0\\.0|::)(/.*)?\\s*");
  }

  private static String media(SdpLine line, int port) {
    String[] field = line.text().split(" ", 3);
    boolean inUse = field.length == 3 && !field[1].matches("0(/.*)?");
    return inUse ? field[0] + " " + port + " " + field[2] : line.text();
  }

  private String attribute(SdpLine line, int port, boolean candidateWritten) {
    if (line.attribute("rtcp").isPresent()) {
      return "a=rtcp:" + (port + 1);
    }
    if (line.attribute("remote-candidates").isPresent()) {
      return "";
    }
    if (line.attribute("candidate").isEmpty()) {
      return line.text();
    }
    return candidateWritten
        ? ""
        : "a=candidate:1 1 UDP " + HOST_PRIORITY + " " + address + " " + port + " typ host";
  }

  private String family() {
    return (address.contains(":") ? "IP6 " : "IP4 ") + address;
  }
}
