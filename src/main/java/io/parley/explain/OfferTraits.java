package io.parley.explain;

import io.parley.sdp.Codec;
import io.parley.sdp.Crypto;
import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpFault;
import io.parley.sdp.SdpLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An offer as a list of traits that two calls can be compared by; keys, ports, ids left out. */
final class OfferTraits {
  /** Attributes that other traits tell of. */
  private static final Set<String> TOLD =
      Set.of(
          "rtpmap",
          "fmtp",
          "crypto",
          "fingerprint",
          "setup",
          "candidate",
          "ice-ufrag",
          "ice-pwd",
          "ice-lite",
          "ice-options",
          "sendrecv",
          "sendonly",
          "recvonly",
          "inactive",
          "ptime",
          "rtcp-mux",
          "rtcp",
          "ssrc",
          "mid",
          "msid",
          "tls-id",
          "end-of-candidates");

  private OfferTraits() {}

  static void add(Optional<Sdp> offer, Traits out) {
    out.put(Subject.OFFER, "offer in the INVITE", offer.isPresent() ? "yes" : "no (delayed offer)");
    if (offer.isEmpty()) {
      return;
    }
    Sdp sdp = offer.get();
    String faults =
        sdp.faults().stream()
            .filter(f -> !f.tolerable())
            .map(SdpFault::toString)
            .collect(Collectors.joining("; "));
    out.put(Subject.GRAMMAR, "SDP grammar", faults.isEmpty() ? "sound" : faults);
    out.put(
        Subject.OFFER,
        "streams",
        sdp.media().stream()
            .map(m -> m.kind() + (m.isRejected() ? " (port 0)" : ""))
            .collect(Collectors.joining(", ")));
    sdp.audio().ifPresent(audio -> audio(audio, out));
    out.put(
        Subject.DETAIL,
        "bandwidth",
        list(sdp.lines().stream().filter(l -> l.type() == 'b').map(SdpLine::value).toList()));
    sdp.media().stream()
        .filter(m -> !m.kind().equals("audio"))
        .forEach(m -> out.put(Subject.DETAIL, m.kind(), m.protocol() + ", " + list(m.codecs())));
  }

  private static void audio(Media m, Traits out) {
    out.put(Subject.CODECS, "codecs", list(m.codecs()));
    out.put(
        Subject.CODECS,
        "payload types",
        m.formats().stream().map(f -> payloadType(m, f)).collect(Collectors.joining(" ")));
    out.put(Subject.ENCRYPTION, "media profile", m.protocol());
    out.put(
        Subject.ENCRYPTION, "SDES suites", list(m.cryptos().stream().map(Crypto::suite).toList()));
    out.put(Subject.ENCRYPTION, "SDES keys", keys(m.cryptos()));
    out.put(Subject.ENCRYPTION, "DTLS", m.fingerprint().isPresent() ? "offered" : "none");
    String address = m.address().orElse("");
    out.put(Subject.ADDRESS, "media address", kind(address));
    out.put(Subject.OFFER, "direction", m.direction().attribute());
    out.put(
        Subject.ICE,
        "ICE",
        m.ice().isPresent() || !m.ice().candidates().isEmpty()
            ? (m.ice().lite() ? "lite" : "full") + ", candidates: " + m.ice().candidates().size()
            : "none");
    out.put(Subject.DETAIL, "rtcp-mux", m.rtcpMux() ? "yes" : "no");
    out.put(
        Subject.DETAIL,
        "packet time",
        m.ptime().isPresent() ? m.ptime().getAsInt() + " ms" : "not said");
    out.put(Subject.DETAIL, "codec parameters", parameters(m));
    out.put(Subject.DETAIL, "further attributes", attributes(m));
  }

  /** A payload type with all the meanings that it is given. */
  private static String payloadType(Media m, String format) {
    String meanings =
        m.attributeLines("rtpmap").stream()
            .map(l -> l.attribute("rtpmap").orElse("").split("\\s+"))
            .filter(f -> f.length > 1 && f[0].equals(format))
            .map(f -> f[1].split("/")[0])
            .collect(Collectors.joining("|"));
    return meanings.isEmpty() ? format : format + "=" + meanings;
  }

  private static String kind(String address) {
    AddressKind kind = AddressKind.of(address);
    boolean told = kind == AddressKind.BLACKHOLE || kind == AddressKind.NAME;
    return told ? kind + " (" + address + ")" : kind.toString();
  }

  private static String keys(List<Crypto> cryptos) {
    return list(
        cryptos.stream()
            .map(c -> "tag " + c.tag() + c.fault().map(f -> ": " + f).orElse(" good"))
            .toList());
  }

  private static String parameters(Media m) {
    return list(
        m.codecs().stream()
            .filter(c -> c.fmtp().isPresent())
            .map(c -> c.name() + " " + c.fmtp().get())
            .toList());
  }

  private static String attributes(Media m) {
    Set<String> out = new TreeSet<>();
    for (SdpLine line : m.lines()) {
      String name = line.type() == 'a' ? line.value().split(":", 2)[0].strip() : "";
      if (!name.isEmpty() && !TOLD.contains(name)) {
        out.add("a=" + name);
      }
    }
    return list(List.copyOf(out));
  }

  private static String list(List<?> items) {
    return items.isEmpty()
        ? "none"
        : items.stream()
            .map(i -> i instanceof Codec c ? c.toString() : i.toString())
            .collect(Collectors.joining(", "));
  }
}
