package io.parley.sdp;

import io.parley.model.CandidateSpec;
import io.parley.model.IceSpec;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ICE lines of a stream as a spec wants them (RFC 8839). */
final class OfferedIce {
  private static final String ICE_CHARS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** ufrag at least 4 characters, password at least 22 (RFC 8839 §5.4). */
  private static final int UFRAG_LENGTH = 8;

  private static final int PASSWORD_LENGTH = 24;

  /** The word that leaves a line out. */
  private static final String LEFT_OUT = "none";

  /** Type preferences (RFC 8445 §5.1.2.2). */
  private static final Map<String, Integer> PREFERENCE =
      Map.of("host", 126, "prflx", 110, "srflx", 100, "relay", 0);

  /** Addresses of the documentation networks for candidates that are not our own (RFC 5737). */
  private static final Map<String, String> ELSEWHERE =
      Map.of("srflx", "203.0.113.10", "prflx", "203.0.113.11", "relay", "198.51.100.10");

  private final IceSpec spec;
  private final String address;
  private final int port;

  /**
   * Sets it up for one stream.
   *
   * @param address the default address, as text
   * @param port the stream's port
   */
  OfferedIce(IceSpec spec, String address, int port) {
    this.spec = spec;
    this.address = address;
    this.port = port;
  }

  /** Writes the lines; nothing where the spec speaks no ICE. */
  void write(SdpWriter out) {
    if (spec.mode() == IceSpec.Mode.NONE) {
      return;
    }
    credential(out, "ice-ufrag", spec.ufrag().orElseGet(() -> random(UFRAG_LENGTH)));
    credential(out, "ice-pwd", spec.password().orElseGet(() -> random(PASSWORD_LENGTH)));
    spec.options().ifPresent(o -> out.line("a=ice-options:" + Mutations.wire(o)));
    List<CandidateSpec> candidates = spec.candidates().orElseGet(this::usual);
    for (int i = 0; i < candidates.size(); i++) {
      out.line("a=candidate:" + candidate(candidates.get(i), i + 1));
    }
    spec.remoteCandidates().ifPresent(r -> out.line("a=remote-candidates:" + Mutations.wire(r)));
    if (spec.endOfCandidates()) {
      out.line("a=end-of-candidates");
    }
  }

  private List<CandidateSpec> usual() {
    return spec.mode() == IceSpec.Mode.LITE
        ? List.of(CandidateSpec.of("host"))
        : List.of(CandidateSpec.of("host"), CandidateSpec.of("srflx"), CandidateSpec.of("relay"));
  }

  private String candidate(CandidateSpec candidate, int place) {
    if (candidate.raw().isPresent()) {
      return Mutations.wire(candidate.raw().get());
    }
    String type = candidate.type().toLowerCase(Locale.ROOT);
    int component = candidate.component().orElse(1);
    boolean tcp = candidate.tcpType().isPresent();
    return new Candidate(
            Integer.toString(place),
            component,
            Mutations.wire(candidate.transport().orElse(tcp ? "TCP" : "UDP")),
            priority(type, place, component),
            address(candidate, type),
            candidate.port().orElse(port + component - 1),
            Mutations.wire(candidate.type()),
            rest(candidate, type))
        .toString();
  }

  /** RFC 8445 §5.1.2.1; earlier candidates of a type come first. */
  private static long priority(String type, int place, int component) {
    long local = 65535L - (place - 1);
    return PREFERENCE.getOrDefault(type, 0) * (1L << 24) + local * (1L << 8) + 256 - component;
  }

  private String address(CandidateSpec candidate, String type) {
    String said = candidate.address().orElse(ELSEWHERE.getOrDefault(type, "local"));
    return switch (said) {
      case "local" -> address;
      case "private" -> OfferBuilder.PRIVATE_ADDRESS;
      default -> Mutations.wire(said);
    };
  }

  /** The related address is there for all but host candidates (RFC 8839 §5.1). */
  private String rest(CandidateSpec candidate, String type) {
    String related = ELSEWHERE.containsKey(type) ? "raddr " + address + " rport " + port : "";
    String tcp = candidate.tcpType().map(t -> "tcptype " + Mutations.wire(t)).orElse("");
    return (related + " " + tcp).strip();
  }

  private static void credential(SdpWriter out, String name, String value) {
    if (!value.equals(LEFT_OUT)) {
      out.line("a=" + name + ":" + Mutations.wire(value));
    }
  }

  private static String random(int length) {
    StringBuilder out = new StringBuilder();
    RANDOM.ints(length, 0, ICE_CHARS.length()).forEach(i -> out.append(ICE_CHARS.charAt(i)));
    return out.toString();
  }
}
