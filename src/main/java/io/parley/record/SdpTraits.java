package io.parley.record;

import io.parley.sdp.Codec;
import io.parley.sdp.Crypto;
import io.parley.sdp.Fingerprint;
import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A session description as traits: by stream what it means, and each further line by its name. */
final class SdpTraits {
  /** Attributes that other traits tell of. */
  private static final Set<String> TOLD =
      Set.of(
          "rtpmap",
          "fmtp",
          "crypto",
          "fingerprint",
          "setup",
          "sendrecv",
          "sendonly",
          "recvonly",
          "inactive",
          "ptime",
          "maxptime");

  /** Lines whose value is a key: that they are there is all that is kept (RFC 4567, RFC 4566). */
  private static final Set<String> KEYS = Set.of("ice-pwd", "key-mgmt");

  private final Traits out;

  private SdpTraits(Traits out) {
    this.out = out;
  }

  /** Adds what a description is like. */
  static void add(Sdp sdp, Traits out) {
    new SdpTraits(out).all(sdp);
  }

  private void all(Sdp sdp) {
    lines("session", sdp.sessionLines());
    Map<String, Integer> seen = new HashMap<>();
    List<String> streams = new ArrayList<>();
    for (Media m : sdp.media()) {
      int n = seen.merge(m.kind(), 1, Integer::sum);
      String label = m.kind() + (n > 1 ? " " + n : "");
      streams.add(label + (m.isRejected() ? " (port 0)" : ""));
      stream(label, m);
    }
    out.put("streams", String.join(", ", streams));
  }

  private void stream(String label, Media m) {
    out.put(label + " protocol", m.protocol());
    // A rejected stream has formats because the grammar wants one (RFC 3264 §6).
    if (!m.isRejected()) {
      codecs(label, m);
      out.put(label + " direction", m.direction().attribute());
      out.put(label + " address", m.address().orElse("none"));
    }
    m.ptime().ifPresent(p -> out.put(label + " ptime", Integer.toString(p)));
    m.maxPtime().ifPresent(p -> out.put(label + " maxptime", Integer.toString(p)));
    security(label, m);
    lines(label, m.lines().subList(1, m.lines().size()));
  }

  private void codecs(String label, Media m) {
    List<Codec> codecs = m.codecs();
    if (codecs.isEmpty()) {
      out.put(label + " codecs", String.join(" ", m.formats()));
      return;
    }
    out.put(label + " codecs", codecs.stream().map(SdpTraits::name).collect(joined()));
    for (Codec c : codecs) {
      // Which number it is matters where the number is free (RFC 3551 §6).
      out.put(label + " payload type of " + name(c), Integer.toString(c.payloadType()));
      c.fmtp().ifPresent(f -> out.put(label + " fmtp of " + name(c), f));
    }
  }

  private static String name(Codec c) {
    return c.name() + "/" + c.clock() + (c.channels() > 1 ? "/" + c.channels() : "");
  }

  private void security(String label, Media m) {
    List<Crypto> cryptos = m.cryptos();
    if (!cryptos.isEmpty()) {
      out.put(label + " SDES suites", cryptos.stream().map(Crypto::suite).collect(joined()));
      out.put(label + " SDES tags", cryptos.stream().map(Crypto::tag).collect(joined()));
      out.put(label + " SDES keys", cryptos.stream().map(SdpTraits::key).collect(joined()));
    }
    m.dtlsFingerprint()
        .map(Fingerprint::hash)
        .ifPresent(h -> out.put(label + " DTLS fingerprint", h));
    m.setup().ifPresent(s -> out.put(label + " DTLS setup", s));
  }

  /** What a key is like, never the key. */
  private static String key(Crypto c) {
    String words =
        c.fault().map(f -> "faulty").orElse("good")
            + (c.lifetime().isEmpty() ? "" : " lifetime " + c.lifetime())
            + (c.sessionParams().isEmpty() ? "" : " " + c.sessionParams());
    return words.strip();
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  private void lines(String label, List<SdpLine> lines) {
    for (SdpLine line : lines) {
      String value = line.value().stripTrailing();
      switch (line.type()) {
        case 'a' -> attribute(label, value);
        case 'm', 'v' -> {}
        case 'c' -> {
          if (label.equals("session")) {
            out.put("session c=", value);
          }
        }
        case 'k' -> out.put(label + " k=", "present");
        case 0 -> out.put(label + " odd line", value);
        default -> out.put(label + " " + line.type() + "=", value);
      }
    }
  }

  private void attribute(String label, String value) {
    int colon = value.indexOf(':');
    String name = colon < 0 ? value : value.substring(0, colon);
    if (!TOLD.contains(name)) {
      boolean bare = colon < 0 || KEYS.contains(name);
      out.put(label + " a=" + name, bare ? "present" : value.substring(colon + 1));
    }
  }
}
