package io.parley.sdp;

import io.parley.model.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A media section: an m= line and what follows it, seen with the session's lines around it. */
public final class Media {
  private final List<SdpLine> lines;
  private final List<SdpLine> session;
  private final String[] field;
  private final int port;

  /** Read when first asked for. */
  private List<Codec> codecs;

  Media(List<SdpLine> lines, List<SdpLine> session) {
    this.lines = List.copyOf(lines);
    this.session = session;
    this.field = lines.get(0).value().strip().split("\\s+");
    this.port = field.length > 1 ? port(field[1].split("/")[0]) : -1;
  }

  /** The m= line. */
  public SdpLine line() {
    return lines.get(0);
  }

  /** The lines of the section, the m= line first. */
  public List<SdpLine> lines() {
    return lines;
  }

  /** {@code audio}, {@code video}, {@code image}, …; empty text where it cannot be read. */
  public String kind() {
    return field[0];
  }

  /** The port 0..65535; -1 where it cannot be read or lies outside. 0 = the stream is rejected. */
  public int port() {
    return port;
  }

  private static int port(String text) {
    int port = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    return port > 65535 ? -1 : port;
  }

  /** Whether the port is 0: not offered for use, or refused (RFC 3264 §5.1, §6). */
  public boolean isRejected() {
    return port() == 0;
  }

  /** The transport protocol, for example {@code RTP/SAVP}; empty text where there is none. */
  public String protocol() {
    return field.length > 2 ? field[2] : "";
  }

  /** Whether the protocol is a secure RTP profile (RFC 3711, RFC 5124, RFC 5764). */
  public boolean isSecure() {
    return protocol().contains("SAVP");
  }

  /** The formats of the m= line as written: payload types for RTP. */
  public List<String> formats() {
    return field.length > 3 ? List.of(Arrays.copyOfRange(field, 3, field.length)) : List.of();
  }

  /** The connection address: the section's own, else the session's (RFC 8866 §5.7). */
  public Optional<String> address() {
    return connectionAddress(lines).or(() -> connectionAddress(session));
  }

  static Optional<String> connectionAddress(List<SdpLine> lines) {
    return lines.stream().flatMap(l -> l.connectionAddress().stream()).findFirst();
  }

  /** The line that gives {@link #address()}. */
  public Optional<SdpLine> addressLine() {
    return Stream.concat(lines.stream(), session.stream()).filter(l -> l.type() == 'c').findFirst();
  }

  /**
   * Whether the address says that nothing may be sent there: {@code 0.0.0.0} or {@code ::} (RFC
   * 3264 §8.4, RFC 6337 §5.4).
   */
  public boolean isBlackhole() {
    return address().map(a -> a.equals("0.0.0.0") || a.equals("::")).orElse(false);
  }

  /** The codecs in the order of the m= line; a format that is no payload type is left out. */
  public List<Codec> codecs() {
    List<Codec> read = codecs;
    if (read == null) {
      read = readCodecs();
      codecs = read;
    }
    return read;
  }

  private List<Codec> readCodecs() {
    List<Codec> out = new ArrayList<>();
    for (String format : formats()) {
      if (format.matches("\\d{1,3}")) {
        out.add(Codec.read(Integer.parseInt(format), this));
      }
    }
    return List.copyOf(out);
  }

  /** The {@code a=crypto} lines that can be read, in order (RFC 4568 §4). */
  public List<Crypto> cryptos() {
    return lines.stream().flatMap(l -> Crypto.read(l).stream()).toList();
  }

  /** ICE credentials and candidates, those of the session included. */
  public Ice ice() {
    return Ice.read(lines, session);
  }

  /** The DTLS fingerprint, {@code hash value} (RFC 8122), here or at session level. */
  public Optional<String> fingerprint() {
    return inherited("fingerprint");
  }

  /** The same, read. */
  public Optional<Fingerprint> dtlsFingerprint() {
    return fingerprint().map(Fingerprint::read);
  }

  /** The DTLS role {@code active}, {@code passive}, {@code actpass} (RFC 4145, RFC 5763). */
  public Optional<String> setup() {
    return inherited("setup");
  }

  /** The direction: the section's, else the session's, else sendrecv (RFC 8866 §6.7). */
  public Direction direction() {
    return writtenDirection(lines).or(() -> writtenDirection(session)).orElse(Direction.SENDRECV);
  }

  /** The line that gives the direction; empty where it is the default. */
  public Optional<SdpLine> directionLine() {
    return Stream.concat(lines.stream(), session.stream())
        .filter(l -> l.direction().isPresent())
        .findFirst();
  }

  static Optional<Direction> writtenDirection(List<SdpLine> lines) {
    return lines.stream().flatMap(l -> l.direction().stream()).findFirst();
  }

  /** The packet time in milliseconds (RFC 8866 §6.4). */
  public OptionalInt ptime() {
    return milliseconds("ptime");
  }

  /** The longest packet time in milliseconds (RFC 8866 §6.5). */
  public OptionalInt maxPtime() {
    return milliseconds("maxptime");
  }

  private OptionalInt milliseconds(String name) {
    String value = attribute(name).orElse("");
    return value.matches("\\d{1,6}")
        ? OptionalInt.of(Integer.parseInt(value))
        : OptionalInt.empty();
  }

  /** Whether RTP and RTCP share the port (RFC 5761). */
  public boolean rtcpMux() {
    return attribute("rtcp-mux").isPresent();
  }

  /** The first value of that attribute in the section; a flag has the empty value. */
  public Optional<String> attribute(String name) {
    return lines.stream().flatMap(l -> l.attribute(name).stream()).findFirst();
  }

  /** The section's lines that are that attribute. */
  public List<SdpLine> attributeLines(String name) {
    return lines.stream().filter(l -> l.attribute(name).isPresent()).toList();
  }

  private Optional<String> inherited(String name) {
    return attribute(name)
        .or(() -> session.stream().flatMap(l -> l.attribute(name).stream()).findFirst());
  }

  /** The m= line. */
  @Override
  public String toString() {
    return line().text();
  }
}
