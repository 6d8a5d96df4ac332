package io.parley.sdp;

import io.parley.model.CodecSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Gives each codec of an offer its payload type: the one the spec says, even if twice; the static
 * or usual one; else the next free dynamic one (96..127, RFC 3551 §6).
 */
final class PayloadTypes {
  private static final int FIRST_DYNAMIC = 96;
  private static final int LAST = 127;

  /** The clock of a codec we do not know and that comes without one. */
  private static final int DEFAULT_CLOCK = 8000;

  private final Set<Integer> taken = new HashSet<>();

  /**
   * The codecs as they are written.
   *
   * @throws IllegalArgumentException when more dynamic types are needed than there are
   */
  List<Codec> allot(List<CodecSpec> specs) {
    specs.forEach(s -> s.payloadType().ifPresent(taken::add));
    // Usual types first, so that a codec without one does not take another's.
    List<Integer> usual = specs.stream().map(this::usual).toList();
    return IntStream.range(0, specs.size())
        .mapToObj(i -> codec(specs.get(i), usual.get(i) >= 0 ? usual.get(i) : next()))
        .toList();
  }

  private int usual(CodecSpec spec) {
    if (spec.payloadType().isPresent()) {
      return spec.payloadType().getAsInt();
    }
    // A static type means its codec whatever else is offered; only dynamic ones give way.
    return KnownCodec.of(spec)
        .map(KnownCodec::payloadType)
        .filter(t -> taken.add(t) || t < FIRST_DYNAMIC)
        .orElse(-1);
  }

  private int next() {
    for (int type = FIRST_DYNAMIC; type <= LAST; type++) {
      if (taken.add(type)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "codecs: at most "
            + (LAST - FIRST_DYNAMIC + 1)
            + " dynamic payload types exist, more are needed");
  }

  private static Codec codec(CodecSpec spec, int payloadType) {
    Optional<KnownCodec> known = KnownCodec.of(spec);
    return new Codec(
        payloadType,
        Mutations.wire(spec.name()),
        spec.clock().orElse(known.map(KnownCodec::clock).orElse(DEFAULT_CLOCK)),
        spec.channels().orElse(known.map(KnownCodec::channels).orElse(0)),
        spec.fmtp()
            .or(() -> known.map(KnownCodec::fmtp))
            .filter(f -> !f.isBlank())
            .map(Mutations::wire),
        0);
  }
}
