package io.parley.draft;

import io.parley.model.CodecSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SdpMutation;
import io.parley.scenario.offer.OfferText;
import io.parley.sdp.Codec;
import io.parley.sdp.Crypto;
import io.parley.sdp.CryptoSuite;
import io.parley.sdp.KnownCodec;
import io.parley.sdp.Media;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A captured offer as a scenario writes it: a base and what differs where that says it byte for
 * byte, else the whole body. Keys and passwords are replaced by others of the same length.
 */
final class OfferDraft {
  /** More changes than this hide what the offer is about. */
  private static final int MOST_CHANGES = 14;

  static final String PLAIN = "plain";
  static final String SECURE = "secure-ice";

  private static final String INDENT = "  ";
  private static final MediaPlace ANYWHERE = new MediaPlace("192.0.2.1", 40_000);
  private static final SdpSession SESSION = new SdpSession(1, 1);

  private final Sdp goal;
  private final String base;

  private OfferDraft(Sdp goal, String base) {
    this.goal = goal;
    this.base = base;
  }

  /**
   * The lines under {@code offer:}, indented.
   *
   * @param bases the good offers that may prove the refusal; what needs least is taken
   * @return empty where the body has bytes or line ends that YAML text cannot hold
   */
  static Optional<List<String>> of(Sdp captured, List<String> bases) {
    Sdp goal = Sdp.of(FreshKeys.in(captured.text()));
    return bases.stream()
        .flatMap(base -> new OfferDraft(goal, base).mutated().stream())
        .min(Comparator.comparingInt(List::size))
        .or(() -> new OfferDraft(goal, bases.get(0)).whole());
  }

  /** Whether an offer written so is the captured one, keys and session id apart. */
  private boolean makes(List<String> lines) {
    return built(lines).filter(sdp -> SameLine.is(sdp.text(), goal.text())).isPresent();
  }

  private static Optional<Sdp> built(List<String> lines) {
    Optional<OfferSpec> spec = OfferText.read(String.join("\n", lines) + "\n");
    try {
      return spec.map(s -> Sdp.of(OfferBuilder.build(s, ANYWHERE, SESSION)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<List<String>> mutated() {
    if (goal.media().size() != 1 || goal.audio().isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = base(goal.audio().get());
    Optional<List<SdpMutation>> changes =
        built(lines)
            .flatMap(sdp -> OfferChanges.between(sdp, goal))
            .filter(c -> c.size() <= MOST_CHANGES);
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    List<String> out = new ArrayList<>(lines);
    if (!changes.get().isEmpty()) {
      out.add(INDENT + "mutate:");
      changes.get().forEach(m -> out.add(INDENT + INDENT + "- { " + written(m) + " }"));
    }
    return Optional.of(List.copyOf(out)).filter(this::makes);
  }

  /** The base, and how the stream differs from it. */
  private List<String> base(Media audio) {
    List<String> out = new ArrayList<>();
    boolean secure = !base.equals(PLAIN);
    add(out, "base", base);
    if (secure != goal.isIceLite()) {
      add(out, "ice", secure ? "none" : "lite");
    }
    List<String> codecs = audio.codecs().stream().map(OfferDraft::codec).toList();
    List<String> standard =
        secure
            ? List.of("PCMU", "PCMA", "G722", "telephone-event")
            : List.of("PCMU", "PCMA", "telephone-event");
    if (!codecs.equals(standard) && !codecs.isEmpty()) {
      add(out, "codecs", "[" + String.join(", ", codecs) + "]");
    }
    security(audio, secure, out);
    audio.address().ifPresent(a -> add(out, "address", YamlText.quoted(a)));
    if (audio.port() >= 0) {
      add(out, "port", Integer.toString(audio.port()));
    }
    if (!audio.direction().attribute().equals("sendrecv")) {
      add(out, "direction", audio.direction().attribute());
    }
    OptionalInt ptime = audio.ptime();
    if (ptime.isPresent() && ptime.getAsInt() != 20 && ptime.getAsInt() > 0) {
      add(out, "ptime", Integer.toString(ptime.getAsInt()));
    }
    if (secure != audio.rtcpMux()) {
      add(out, "rtcp-mux", Boolean.toString(audio.rtcpMux()));
    }
    return out;
  }

  private static void security(Media audio, boolean secure, List<String> out) {
    List<String> suites = audio.cryptos().stream().map(Crypto::suite).distinct().toList();
    if (secure && suites.isEmpty()) {
      add(out, "srtp", "none");
    } else if (!suites.equals(secure ? List.of(CryptoSuite.AES_CM_128_HMAC_SHA1_80) : List.of())) {
      add(
          out,
          "srtp",
          suites.stream().map(YamlText::word).collect(Collectors.joining(", ", "[", "]")));
    }
    String usual = suites.isEmpty() ? "RTP/AVP" : "RTP/SAVP";
    if (!audio.protocol().isEmpty() && !audio.protocol().equals(usual)) {
      add(out, "protocol", YamlText.word(audio.protocol()));
    }
  }

  private static void add(List<String> out, String key, String value) {
    out.add(INDENT + key + ": " + value);
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

  private static String written(SdpMutation mutation) {
    if (mutation instanceof SdpMutation.Drop m) {
      return "drop: " + YamlText.quoted(m.line());
    }
    if (mutation instanceof SdpMutation.Replace m) {
      return "replace: " + YamlText.quoted(m.line()) + ", with: " + YamlText.quoted(m.with());
    }
    if (mutation instanceof SdpMutation.Insert m) {
      return "insert: "
          + YamlText.quoted(m.text())
          + ", before: "
          + YamlText.quoted(m.before().orElseThrow());
    }
    return "append: " + YamlText.quoted(((SdpMutation.Append) mutation).text());
  }

  /** The body as it is; LF line ends by a mutation. */
  private Optional<List<String>> whole() {
    String text = goal.text();
    boolean bare = text.contains("\n") && !text.contains("\r\n");
    String plain = WireText.of(text.replace("\r\n", "\n"));
    List<String> out = new ArrayList<>();
    if (plain.matches("[\\p{Print}\\n]*\\n") && !plain.matches("(?s)[ \\n].*")) {
      out.add(INDENT + "raw: |");
      plain.lines().forEach(l -> out.add(INDENT + INDENT + l.replace("${", "$${")));
    } else {
      out.add(INDENT + "raw: " + YamlText.quoted(plain));
    }
    if (bare) {
      out.add(INDENT + "mutate: [ { line-end: \"\\n\" } ]");
    }
    return Optional.of(List.copyOf(out)).filter(this::makes);
  }
}
