package io.parley.scenario.offer;

import io.parley.model.CryptoSpec;
import io.parley.model.Doc;
import io.parley.model.SrtpSpec;
import java.util.List;
import java.util.Optional;

/** Both kinds of keys as written. */
@Doc("Keys by SDES, by DTLS, or by both.")
record SrtpKeys(
    @Doc("Key lines in order of preference.") List<CryptoSpec> sdes,
    @Doc("Fingerprint and role; {} = the usual ones.") Optional<DtlsKeys> dtls) {

  /** Holds that there is a key at all. */
  SrtpKeys {
    if (sdes.isEmpty() && dtls.isEmpty()) {
      throw new IllegalArgumentException("srtp: expected sdes, dtls or both");
    }
  }

  SrtpSpec toSpec() {
    return dtls.<SrtpSpec>map(d -> new SrtpSpec.Dtls(d.toSpec(), sdes))
        .orElseGet(() -> new SrtpSpec.Sdes(sdes));
  }
}
