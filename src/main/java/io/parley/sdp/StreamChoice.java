package io.parley.sdp;

import io.parley.model.CodecSpec;
import io.parley.model.SrtpSpec;
import io.parley.model.StreamSpec;
import io.parley.sdp.Answer.Reason;
import io.parley.sdp.Answer.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What we take of one offered stream.
 *
 * @param media the stream
 * @param codecs the codecs taken, in the order to answer
 * @param crypto the key line taken (RFC 4568 §5.1.2); empty for a clear stream
 * @param refusal why the stream cannot be taken; empty when it is
 */
record StreamChoice(
    Media media, List<Codec> codecs, Optional<Crypto> crypto, Optional<Refused> refusal) {

  static StreamChoice of(Media media, StreamSpec spec) {
    List<Codec> codecs = codecs(media, spec);
    Optional<Crypto> crypto = crypto(media, spec);
    Optional<Refused> refusal = security(media, spec, crypto).or(() -> speech(media, spec, codecs));
    return new StreamChoice(media, codecs, crypto, refusal);
  }

  boolean isTaken() {
    return refusal.isEmpty();
  }

  private static List<Codec> codecs(Media media, StreamSpec spec) {
    List<Codec> offered = media.codecs();
    if (spec.codecs().isEmpty()) {
      boolean any = !media.kind().equals("audio");
      return offered.stream().filter(c -> any || KnownCodec.isKnown(c.name())).toList();
    }
    Set<Codec> seen = new HashSet<>();
    List<Codec> out = new ArrayList<>();
    for (CodecSpec wanted : spec.codecs().get()) {
      offered.stream()
          .filter(c -> c.fits(anyType(wanted)) && seen.add(c))
          .forEach(c -> out.add(as(wanted, c)));
    }
    return List.copyOf(out);
  }

  /** The payload type of a spec says how to write the codec, not which one is meant. */
  private static CodecSpec anyType(CodecSpec spec) {
    return new CodecSpec(
        spec.name(), spec.clock(), spec.channels(), OptionalInt.empty(), spec.fmtp());
  }

  private static Codec as(CodecSpec wanted, Codec offered) {
    return new Codec(
        wanted.payloadType().orElse(offered.payloadType()),
        offered.name(),
        offered.clock(),
        offered.channels(),
        wanted.fmtp().map(Mutations::wire).or(offered::fmtp),
        offered.line());
  }

  private static Optional<Crypto> crypto(Media media, StreamSpec spec) {
    boolean dtlsAlone = wantsDtls(spec) && spec.srtp().get().keys().isEmpty();
    if (!media.isSecure() || dtlsAlone) {
      return Optional.empty();
    }
    List<String> suites = spec.srtp().map(SrtpSpec::suites).orElse(List.of());
    return media.cryptos().stream()
        .filter(Crypto::isValid)
        .filter(c -> suites.isEmpty() || suites.contains(c.suite()))
        .findFirst();
  }

  /** Whether DTLS is what we take. */
  static boolean wantsDtls(StreamSpec spec) {
    return spec.srtp().filter(SrtpSpec.Dtls.class::isInstance).isPresent();
  }

  private static Optional<Refused> security(Media media, StreamSpec spec, Optional<Crypto> crypto) {
    if (spec.protocol().isPresent() || !media.protocol().contains("RTP/")) {
      return Optional.empty();
    }
    boolean clearOnly = spec.srtp().filter(SrtpSpec.None.class::isInstance).isPresent();
    boolean dtls = wantsDtls(spec) && media.fingerprint().isPresent();
    if (media.isSecure() && clearOnly) {
      return refused(Reason.NO_COMMON_SRTP, media + ": secured, and we take clear RTP only");
    }
    if (media.isSecure() && crypto.isEmpty() && !dtls) {
      return refused(
          Reason.NO_COMMON_SRTP, media + ": no usable key line among " + media.cryptos());
    }
    if (!media.isSecure() && spec.srtp().isPresent() && !clearOnly) {
      return refused(Reason.NO_COMMON_SRTP, media + ": clear, and we take SRTP only");
    }
    return Optional.empty();
  }

  private static Optional<Refused> speech(Media media, StreamSpec spec, List<Codec> codecs) {
    boolean coded = media.protocol().contains("RTP/") || media.kind().equals("audio");
    if (!coded || codecs.stream().anyMatch(Codec::isSpeech)) {
      return Optional.empty();
    }
    return refused(
        Reason.NO_COMMON_CODEC,
        "offered "
            + media.codecs()
            + ", we take "
            + spec.codecs().map(Object::toString).orElse("" + KnownCodec.names()));
  }

  private static Optional<Refused> refused(Reason reason, String words) {
    return Optional.of(new Refused(reason, words));
  }
}
