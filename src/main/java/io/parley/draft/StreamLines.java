package io.parley.draft;

import io.parley.model.CodecSpec;
import io.parley.sdp.Codec;
import io.parley.sdp.Crypto;
import io.parley.sdp.CryptoSuite;
import io.parley.sdp.KnownCodec;
import io.parley.sdp.Media;
import io.parley.sdp.SdpLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * One captured stream in the words of the scenario language: what differs from what it would be
 * where nothing is said.
 *
 * @param stream the stream
 * @param secure whether it would be secured with the usual suite
 * @param muxed whether it would say rtcp-mux
 * @param codecs the codecs that it would have, in the words of the language
 */
record StreamLines(Media stream, boolean secure, boolean muxed, List<String> codecs) {

  /** The first stream on a base: its address stands at session level. */
  List<String> first() {
    List<String> out = new ArrayList<>(kind());
    out.addAll(isRtp() ? formats() : plain());
    stream.address().ifPresent(a -> out.add("address: " + YamlText.quoted(a)));
    port(out);
    if (isRtp()) {
      rtp(out);
    }
    return out;
  }

  /**
   * A stream after it.
   *
   * @param ice whether it would have ICE
   */
  List<String> further(boolean ice) {
    List<String> out = new ArrayList<>(kind());
    out.addAll(isRtp() ? formats() : plain());
    if (stream.lines().stream().anyMatch(l -> l.type() == 'c')) {
      stream.address().ifPresent(a -> out.add("address: " + YamlText.quoted(a)));
    }
    port(out);
    bandwidth(out);
    if (isRtp()) {
      rtp(out);
      if (ice && !stream.ice().isPresent()) {
        out.add("ice: none");
      }
      attributes(behindDirection(), out);
    }
    return out;
  }

  private boolean isRtp() {
    return stream.protocol().contains("RTP/");
  }

  private List<String> kind() {
    return stream.kind().equals("audio")
        ? List.of()
        : List.of("kind: " + YamlText.word(stream.kind()));
  }

  /** T.38 over UDPTL, a data channel: no codecs, its attributes as they stand. */
  private List<String> plain() {
    List<String> out = new ArrayList<>();
    boolean fax = stream.kind().equals("image");
    if (!stream.formats().equals(List.of(fax ? "t38" : "*"))) {
      out.add("formats: " + list(stream.formats()));
    }
    if (!fax || !stream.protocol().equals("udptl")) {
      out.add("protocol: " + YamlText.word(stream.protocol()));
    }
    attributes(stream.lines(), out);
    return out;
  }

  private List<String> formats() {
    List<String> out = new ArrayList<>();
    List<String> own = stream.codecs().stream().map(StreamLines::codec).toList();
    if (!own.equals(codecs) && !own.isEmpty()) {
      out.add("codecs: [" + String.join(", ", own) + "]");
    }
    security(out);
    return out;
  }

  private void security(List<String> out) {
    List<String> suites = stream.cryptos().stream().map(Crypto::suite).distinct().toList();
    if (secure && suites.isEmpty()) {
      out.add("srtp: none");
    } else if (!suites.equals(secure ? List.of(CryptoSuite.AES_CM_128_HMAC_SHA1_80) : List.of())) {
      out.add("srtp: " + list(suites));
    }
    String usual = suites.isEmpty() ? "RTP/AVP" : "RTP/SAVP";
    if (!stream.protocol().isEmpty() && !stream.protocol().equals(usual)) {
      out.add("protocol: " + YamlText.word(stream.protocol()));
    }
  }

  private void port(List<String> out) {
    if (stream.port() >= 0) {
      out.add("port: " + stream.port());
    }
  }

  private void rtp(List<String> out) {
    if (!stream.direction().attribute().equals("sendrecv")) {
      out.add("direction: " + stream.direction().attribute());
    }
    OptionalInt ptime = stream.ptime();
    if (ptime.isPresent() && ptime.getAsInt() != 20 && ptime.getAsInt() > 0) {
      out.add("ptime: " + ptime.getAsInt());
    }
    if (muxed != stream.rtcpMux()) {
      out.add("rtcp-mux: " + stream.rtcpMux());
    }
  }

  private void bandwidth(List<String> out) {
    List<String> values =
        stream.lines().stream()
            .filter(l -> l.type() == 'b')
            .map(l -> l.text().substring(2))
            .toList();
    if (!values.isEmpty()) {
      out.add("bandwidth: " + list(values));
    }
  }

  private List<SdpLine> behindDirection() {
    List<SdpLine> lines = stream.lines();
    int direction = stream.directionLine().map(lines::indexOf).orElse(-1);
    return direction < 0 ? List.of() : lines.subList(direction + 1, lines.size());
  }

  private static void attributes(List<SdpLine> lines, List<String> out) {
    List<String> values =
        lines.stream().filter(l -> l.type() == 'a').map(l -> l.text().substring(2)).toList();
    if (!values.isEmpty()) {
      out.add("attributes: " + list(values));
    }
  }

  private static String list(List<String> values) {
    return values.stream()
        .map(WireText::of)
        .map(YamlText::word)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** A name alone where that says all of it. */
  private static String codec(Codec c) {
    if (c.name().isEmpty()) {
      return "{ name: unknown, clock: 8000, pt: " + c.payloadType() + " }";
    }
    Optional<KnownCodec> known = KnownCodec.of(CodecSpec.parse(c.name()));
    boolean usual =
        known
            .filter(k -> k.name().equals(c.name()) && k.clock() == c.clock())
            .filter(k -> k.payloadType() == c.payloadType() && k.channels() == c.channels())
            .filter(k -> k.fmtp().equals(c.fmtp().orElse("")))
            .isPresent();
    return usual
        ? c.name()
        : "{ name: %s, clock: %d%s, pt: %d, fmtp: %s }"
            .formatted(
                YamlText.word(c.name()),
                c.clock(),
                c.channels() > 0 ? ", channels: " + c.channels() : "",
                c.payloadType(),
                YamlText.quoted(c.fmtp().orElse("")));
  }
}
