package io.parley.scenario.offer;

import io.parley.model.Doc;
import io.parley.model.DtlsSpec;
import java.util.Optional;

/** The DTLS lines of a stream as written. */
@Doc("The DTLS lines of a stream (RFC 8122, RFC 5763).")
record DtlsKeys(
    @Doc("Hash function of the fingerprint; by default sha-256.") Optional<String> hash,
    @Doc("The fingerprint as written; by default a made-up one of the right length.")
        Optional<String> fingerprint,
    @Doc("a=setup: actpass (by default), active, passive, another word, or none = no such line.")
        Optional<String> setup) {
  private static final String HASH = "sha-256";

  /** A good fingerprint and the usual role. */
  static final DtlsSpec USUAL = new DtlsSpec(HASH, Optional.empty(), Optional.empty());

  DtlsSpec toSpec() {
    return new DtlsSpec(hash.orElse(HASH), fingerprint, setup);
  }
}
