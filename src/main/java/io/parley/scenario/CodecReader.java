package io.parley.scenario;

import io.parley.model.CodecSpec;
import io.parley.model.SourcePosition;
import io.parley.model.SrtpSpec;
import io.parley.sdp.CryptoSuite;
import io.parley.sdp.KnownCodec;
import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Reader;
import io.parley.yaml.Scalar;
import io.parley.yaml.Suggestion;
import io.parley.yaml.Union;
import java.util.List;
import java.util.Optional;

/** Reads names of codecs and crypto suites. */
final class CodecReader {

  /** The name of a crypto suite (RFC 4568 §6.2). */
  record Suite(String name) {}

  /** {@code PCMU}, {@code SILK/16000}, or a map. */
  static final Reader<CodecSpec> CODEC =
      Union.<CodecSpec>of("a codec such as PCMU or SILK/16000, or a map with name, clock, pt, fmtp")
          .text(
              new Form.Text(
                  "name, or name/clock, or name/clock/channels",
                  "^[^\\s/]+(/[0-9]+){0,2}$",
                  KnownCodec.names()),
              CodecReader::named)
          .map(
              List.of(new Form.Keys(CodecKeys.class)),
              (map, binder) ->
                  binder
                      .bind(map, CodecKeys.class)
                      .flatMap(k -> known(k.name().at(), k.toSpec(), binder)));

  /** One crypto suite. */
  static final Reader<Suite> SUITE =
      Union.<Suite>of("the name of a crypto suite")
          .text(suiteForm(List.of()), (scalar, binder) -> suite(scalar, binder));

  private CodecReader() {}

  /** {@code none}, a suite, or a list of them. */
  static Reader<SrtpSpec> srtp() {
    return Union.<SrtpSpec>of("none, the name of a crypto suite, or a list of names")
        .text(
            suiteForm(List.of("none")),
            (scalar, binder) ->
                scalar.text().equals("none")
                    ? Optional.of(new SrtpSpec.None())
                    : suite(scalar, binder).map(s -> new SrtpSpec.Sdes(List.of(s.name()))))
        .list(
            "suites in order of preference",
            Suite.class,
            suites -> new SrtpSpec.Sdes(suites.stream().map(Suite::name).toList()));
  }

  private static Form.Text suiteForm(List<String> first) {
    List<String> known = new java.util.ArrayList<>(first);
    known.addAll(CryptoSuite.names());
    return new Form.Text("a crypto suite (RFC 4568, RFC 6188, RFC 7714)", "^[A-Za-z0-9_]+$", known);
  }

  private static Optional<CodecSpec> named(Scalar scalar, Binder binder) {
    try {
      return known(scalar.at(), CodecSpec.parse(scalar.text()), binder);
    } catch (IllegalArgumentException e) {
      binder.refuse(scalar.at(), e.getMessage());
      return Optional.empty();
    }
  }

  /** A codec we do not know needs its clock; without one it is most likely misspelt. */
  private static Optional<CodecSpec> known(SourcePosition at, CodecSpec codec, Binder binder) {
    if (codec.clock().isPresent() || KnownCodec.isKnown(codec.name())) {
      return Optional.of(codec);
    }
    List<String> names = KnownCodec.names();
    String hint =
        Suggestion.nearest(codec.name(), names).map(n -> "Did you mean '" + n + "'? ").orElse("")
            + "A codec of another name needs its clock: "
            + codec.name()
            + "/8000. Known: "
            + String.join(", ", names);
    binder.refuse(at, "unknown codec '" + codec.name() + "'", hint);
    return Optional.empty();
  }

  /** A suite nobody knows may be offered on purpose, one that is nearly known is misspelt. */
  private static Optional<Suite> suite(Scalar scalar, Binder binder) {
    String name = scalar.text();
    List<String> names = CryptoSuite.names();
    boolean nearlyKnown = Suggestion.nearest(name, names).isPresent() || name.length() < 5;
    if (!names.contains(name) && (nearlyKnown || !name.matches("[A-Za-z0-9_]+"))) {
      binder.unknown(scalar.at(), "crypto suite", name, "Known", names);
      return Optional.empty();
    }
    return Optional.of(new Suite(name));
  }
}
