package io.parley.scenario.offer;

import io.parley.model.CandidateSpec;
import io.parley.model.Doc;
import io.parley.model.IceSpec;
import io.parley.yaml.Form;
import io.parley.yaml.Range;
import io.parley.yaml.Reader;
import io.parley.yaml.Suggestion;
import io.parley.yaml.Union;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** ICE lines written as a map. */
@Doc("ICE lines (RFC 8839), good where nothing is said.")
record IceKeys(
    @Doc("lite, full, or none.") Optional<IceSpec.Mode> mode,
    @Doc("a=ice-ufrag as written, none = no such line; by default a fresh one.")
        Optional<String> ufrag,
    @Doc("a=ice-pwd as written, none = no such line; by default a fresh one.") Optional<String> pwd,
    @Doc("The candidates: host, srflx, prflx, relay, or maps.")
        Optional<List<CandidateSpec>> candidates,
    @Doc("Value of a=ice-options, for example trickle.") Optional<String> options,
    @Doc("Value of a=remote-candidates.") Optional<String> remoteCandidates,
    @Doc("In a call: fresh credentials though there were some before.") boolean restart,
    @Doc("Whether a=end-of-candidates is written.") boolean endOfCandidates) {
  private static final List<String> MODES =
      Arrays.stream(IceSpec.Mode.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
  private static final List<String> TYPES = List.of("host", "srflx", "prflx", "relay");

  /** A candidate as written. */
  @Doc("One candidate (RFC 8839 §5.1), good where nothing is said.")
  record CandidateKeys(
      @Doc("host, srflx, prflx, relay, or another word.") Optional<String> type,
      @Doc("Its address: local, private, or an address; by default by its type.")
          Optional<String> address,
      @Doc("Its port; by default the stream's.") @Range(from = 0, to = 65535) OptionalInt port,
      @Doc("1 = RTP, 2 = RTCP.") @Range(from = 0, to = 256) OptionalInt component,
      @Doc("UDP, TCP or another word.") Optional<String> transport,
      @Doc("active, passive or so (RFC 6544).") Optional<String> tcptype,
      @Doc("The value of the whole attribute, instead of all this.") Optional<String> raw) {

    CandidateSpec toSpec() {
      return new CandidateSpec(
          type.orElse("host"), address, port, component, transport, tcptype, raw);
    }
  }

  IceSpec toSpec() {
    return new IceSpec(
        mode.orElse(IceSpec.Mode.LITE),
        ufrag,
        pwd,
        candidates,
        options,
        remoteCandidates,
        restart,
        endOfCandidates);
  }

  /** {@code none}, {@code lite}, {@code full}, or a map. */
  static Reader<IceSpec> reader() {
    return Union.<IceSpec>of("none, lite, full, or a map")
        .text(
            new Form.Text("none, lite or full", "^(none|lite|full)$", MODES),
            (scalar, binder) -> {
              if (MODES.contains(scalar.text())) {
                return Optional.of(
                    IceSpec.of(IceSpec.Mode.valueOf(scalar.text().toUpperCase(Locale.ROOT))));
              }
              binder.expected(
                  scalar,
                  "one of " + String.join(", ", MODES),
                  Suggestion.nearest(scalar.text(), MODES).map(w -> "Did you mean '" + w + "'?"));
              return Optional.empty();
            })
        .keys(IceKeys.class, IceKeys::toSpec);
  }

  /** The type of a candidate, or a map. */
  static Reader<CandidateSpec> candidate() {
    return Union.<CandidateSpec>of("host, srflx, prflx, relay, or a map")
        .text(
            new Form.Text("the type of a candidate", "^(host|srflx|prflx|relay)$", TYPES),
            (scalar, binder) -> {
              if (TYPES.contains(scalar.text())) {
                return Optional.of(CandidateSpec.of(scalar.text()));
              }
              binder.expected(
                  scalar, "one of " + String.join(", ", TYPES) + ", or a map with another type");
              return Optional.empty();
            })
        .keys(CandidateKeys.class, CandidateKeys::toSpec);
  }
}
