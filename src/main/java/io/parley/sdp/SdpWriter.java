package io.parley.sdp;

import io.parley.model.Direction;
import io.parley.model.DtlsSpec;
import io.parley.model.StreamSpec;
import java.util.List;

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

  /** A connection address of a stream's own. */
  void connection(String address) {
    line("c=" + network(address));
  }

  /** An m= line. */
  void media(String kind, int port, String protocol, List<String> formats) {
    line("m=" + kind + " " + port + " " + protocol + " " + String.join(" ", formats));
  }

  /** The rtpmap and fmtp of each codec. */
  void codecs(List<Codec> codecs) {
    for (Codec codec : codecs) {
      if (!codec.name().isEmpty()) {
        line("a=rtpmap:" + codec.payloadType() + " " + map(codec));
      }
      codec.fmtp().ifPresent(f -> line("a=fmtp:" + codec.payloadType() + " " + f));
    }
  }

  /** The payload types of codecs as formats of an m= line. */
  static List<String> formats(List<Codec> codecs) {
    return codecs.stream().map(c -> Integer.toString(c.payloadType())).toList();
  }

  /** {@code name/clock}, and the channels where they were said (0 = not said). */
  private static String map(Codec codec) {
    String base = codec.name() + "/" + codec.clock();
    return codec.channels() > 0 ? base + "/" + codec.channels() : base;
  }

  void crypto(Crypto crypto) {
    line("a=" + crypto.attribute());
  }

  /** Fingerprint and role; {@code setup: none} leaves the role out. */
  void dtls(DtlsSpec dtls, String usualSetup) {
    line("a=fingerprint:" + Fingerprint.of(dtls));
    String setup = dtls.setup().map(Mutations::wire).orElse(usualSetup);
    if (!setup.equals("none")) {
      line("a=setup:" + setup);
    }
  }

  /** The {@code b=} lines. */
  void bandwidth(StreamSpec spec) {
    spec.bandwidth().orElse(List.of()).forEach(b -> line("b=" + Mutations.wire(b)));
  }

  /** The longest packet time, and where RTCP goes. */
  void limits(StreamSpec spec) {
    spec.maxPtime().ifPresent(m -> line("a=maxptime:" + m));
    spec.rtcp().ifPresent(r -> line("a=rtcp:" + Mutations.wire(r)));
  }

  /** The attributes that a spec adds. */
  void attributes(StreamSpec spec) {
    spec.attributes().orElse(List.of()).forEach(a -> line("a=" + Mutations.wire(a)));
  }

  void direction(Direction direction) {
    line("a=" + direction.attribute());
  }

  Sdp sdp() {
    return Sdp.of(out.toString());
  }
}
