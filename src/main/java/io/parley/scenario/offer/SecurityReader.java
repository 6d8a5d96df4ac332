package io.parley.scenario.offer;

import io.parley.model.CryptoSpec;
import io.parley.model.SrtpSpec;
import io.parley.sdp.CryptoSuite;
import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Reader;
import io.parley.yaml.Scalar;
import io.parley.yaml.Suggestion;
import io.parley.yaml.Union;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how a stream is secured: {@code none}, {@code dtls}, suites, key lines. */
final class SecurityReader {
  private static final String NONE = "none";
  private static final String DTLS = "dtls";

  /** One key line: the name of a suite, or a map. */
  static final Reader<CryptoSpec> CRYPTO =
      Union.<CryptoSpec>of("the name of a crypto suite, or a map with suite, tag, key, …")
          .text(suiteForm(List.of()), (scalar, binder) -> suite(scalar, binder))
          .map(
              List.of(new Form.Keys(CryptoKeys.class)),
              (map, binder) -> binder.bind(map, CryptoKeys.class).flatMap(k -> line(k, binder)));

  private SecurityReader() {}

  /** {@code none}, {@code dtls}, a suite, a list of key lines, or a map of both kinds of keys. */
  static Reader<SrtpSpec> srtp() {
    return Union.<SrtpSpec>of("none, dtls, the name of a crypto suite, a list of them, or a map")
        .text(suiteForm(List.of(NONE, DTLS)), SecurityReader::word)
        .list("key lines in order of preference", CryptoSpec.class, SrtpSpec.Sdes::new)
        .keys(SrtpKeys.class, SrtpKeys::toSpec);
  }

  private static Optional<SrtpSpec> word(Scalar scalar, Binder binder) {
    return switch (scalar.text()) {
      case NONE -> Optional.of(new SrtpSpec.None());
      case DTLS -> Optional.of(new SrtpSpec.Dtls(DtlsKeys.USUAL, List.of()));
      default -> suite(scalar, binder).map(s -> new SrtpSpec.Sdes(List.of(s)));
    };
  }

  private static Form.Text suiteForm(List<String> first) {
    List<String> known = new ArrayList<>(first);
    known.addAll(CryptoSuite.names());
    return new Form.Text("a crypto suite (RFC 4568, RFC 6188, RFC 7714)", "^[A-Za-z0-9_]+$", known);
  }

  private static Optional<CryptoSpec> line(CryptoKeys keys, Binder binder) {
    Scalar name = new Scalar(keys.suite().at(), keys.suite().value(), false);
    return suite(name, binder).map(s -> keys.toSpec());
  }

  /** A suite nobody knows may be offered on purpose, one that is nearly known is misspelt. */
  private static Optional<CryptoSpec> suite(Scalar scalar, Binder binder) {
    String name = scalar.text();
    List<String> names = CryptoSuite.names();
    boolean nearlyKnown = Suggestion.nearest(name, names).isPresent() || name.length() < 5;
    if (!names.contains(name) && (nearlyKnown || !name.matches("[A-Za-z0-9_]+"))) {
      binder.unknown(scalar.at(), "crypto suite", name, "Known", names);
      return Optional.empty();
    }
    return Optional.of(CryptoSpec.of(name));
  }
}
