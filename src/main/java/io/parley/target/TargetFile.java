package io.parley.target;

import io.parley.model.SourcePosition;
import io.parley.yaml.Key;
import io.parley.yaml.Located;
import io.parley.yaml.Node;
import io.parley.yaml.OneOrMany;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A target as its file has it.
 *
 * @param at where it starts
 * @param target its name in reports
 * @param address {@code host:port}; may be missing where every profile has its own
 * @param addresses {@code host:port} by profile, for an SBC that tells trunks apart by port
 * @param profiles the profiles it is set up for
 * @param farEnd {@code none}, or who plays it and where it listens
 * @param media media addresses of the SBC; empty = its signalling address
 */
record TargetFile(
    SourcePosition at,
    String target,
    Optional<Located<String>> address,
    Map<String, Located<String>> addresses,
    List<String> transports,
    Optional<String> uriHost,
    @OneOrMany List<Located<String>> profiles,
    Map<String, String> numbers,
    @Key("far-end") Optional<Node> farEnd,
    Optional<Correlate> correlate,
    Optional<Located<LimitsKeys>> limits,
    Optional<LocalKeys> local,
    Optional<TimersKeys> timers,
    List<Located<String>> media) {

  /** Who is on the other side, when somebody is. */
  record FarEndKeys(SourcePosition at, PlayedBy playedBy, Optional<Located<String>> listen) {}

  /** Who plays the far end. */
  enum PlayedBy {
    PARLEY,
    REAL
  }

  /** How the call that left the SBC is found again. */
  record Correlate(
      String by,
      @OneOrMany List<String> pool,
      OptionalInt match,
      @OneOrMany List<String> callers) {}

  /** What the target may be burdened with. */
  record LimitsKeys(
      OptionalInt calls,
      Optional<Located<String>> rate,
      Optional<Duration> ring,
      @OneOrMany List<String> dial) {}

  /** Our own side. */
  record LocalKeys(
      Optional<Located<String>> bind,
      Optional<String> advertise,
      Optional<String> contactHost,
      Optional<Located<String>> ports) {}

  /** How long to wait. */
  record TimersKeys(Optional<Duration> response, @Key("final") Optional<Duration> last) {}
}
