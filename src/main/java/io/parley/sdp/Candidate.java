package io.parley.sdp;

import java.util.Locale;
import java.util.Optional;

/**
 * One ICE candidate (RFC 8839 §5.1).
 *
 * @param foundation groups candidates of one kind and base
 * @param component 1 = RTP, 2 = RTCP
 * @param transport {@code UDP} or another, as written
 * @param priority 1..2^31-1
 * @param address connection address as written
 * @param port 0..65535
 * @param type {@code host}, {@code srflx}, {@code prflx}, {@code relay}
 * @param rest what follows: related address, {@code tcptype}, extensions; empty text for none
 */
public record Candidate(
    String foundation,
    int component,
    String transport,
    long priority,
    String address,
    int port,
    String type,
    String rest) {

  static Optional<Candidate> read(String value) {
    String[] f = value.split("\\s+", 9);
    boolean shaped =
        f.length >= 8
            && f[1].matches("\\d{1,3}")
            && f[3].matches("\\d{1,10}")
            && f[5].matches("\\d{1,5}")
            && f[6].toLowerCase(Locale.ROOT).equals("typ");
    return shaped
        ? Optional.of(
            new Candidate(
                f[0],
                Integer.parseInt(f[1]),
                f[2],
                Long.parseLong(f[3]),
                f[4],
                Integer.parseInt(f[5]),
                f[7],
                f.length > 8 ? f[8] : ""))
        : Optional.empty();
  }

  /** The value of the attribute. */
  @Override
  public String toString() {
    return String.join(
        " ",
        foundation,
        Integer.toString(component),
        transport,
        Long.toString(priority),
        address,
        Integer.toString(port),
        "typ",
        rest.isEmpty() ? type : type + " " + rest);
  }
}
