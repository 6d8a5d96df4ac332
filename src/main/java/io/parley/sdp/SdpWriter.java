package io.parley.sdp;

import io.parley.model.Direction;
import java.util.List;
import java.util.stream.Collectors;

/** Writes SDP lines in the order of RFC 8866 §5, ended by CRLF. */
final class SdpWriter {
  private final StringBuilder out = new StringBuilder();

  /** A line of one char a byte; what people wrote has been put into UTF-8 before. */
  void line(String text) {
    out.append(text).append("\r\n");
  }

  /** The session part; {@code origin} goes into o=, {@code connection} into c=. */
  void session(SdpSession session, String origin, String connection) {
    session(session, origin, connection, List.of("t=0 0"));
  }

  void session(SdpSession session, String origin, String connection, List<String> time) {
    line("v=0");
    line("o=- " + session.id() + " " + session.version() + " " + network(origin));
    line("s=-");
    line("c=" + network(connection));
    time.forEach(this::line);
  }

  /** Network type, address type and address (RFC 8866 §5.7); a host name counts as IPv4. */
  private static String network(String address) {
    return (address.indexOf(':') >= 0 ? "IN IP6 " : "IN IP4 ") + address;
  }

  static boolean isUnspecified(String address) {
    return address.equals("0.0.0.0") || address.equals("::");
  }

  /** An m= line for audio with the rtpmap and fmtp of each codec. */
  void audio(int port, String protocol, List<Codec> codecs) {
    line(
        codecs.stream()
            .map(c -> " " + c.payloadType())
            .collect(Collectors.joining("", "m=audio " + port + " " + protocol, "")));
    for (Codec codec : codecs) {
      if (!codec.name().isEmpty()) {
        line("a=rtpmap:" + codec.payloadType() + " " + map(codec));
      }
      codec.fmtp().ifPresent(f -> line("a=fmtp:" + codec.payloadType() + " " + f));
    }
  }

  /** {@code name/clock}, and the channels where they were said (0 = not said). */
  private static String map(Codec codec) {
    String base = codec.name() + "/" + codec.clock();
    return codec.channels() > 0 ? base + "/" + codec.channels() : base;
  }

  /** One crypto line per suite with fresh keys, tags from 1 (RFC 4568 §4.1). */
  void freshCrypto(List<String> suites) {
    int tag = 1;
    for (String suite : suites) {
      crypto(Crypto.fresh(Integer.toString(tag++), Mutations.wire(suite)));
    }
  }

  void crypto(Crypto crypto) {
    line("a=" + crypto.attribute());
  }

  void ice(Ice ice) {
    ice.ufrag().ifPresent(u -> line("a=ice-ufrag:" + u));
    ice.password().ifPresent(p -> line("a=ice-pwd:" + p));
    ice.candidates().forEach(c -> line("a=candidate:" + c));
  }

  void direction(Direction direction) {
    line("a=" + direction.attribute());
  }

  Sdp sdp() {
    return Sdp.of(out.toString());
  }
}
