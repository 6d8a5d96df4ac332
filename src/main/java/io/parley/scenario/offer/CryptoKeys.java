package io.parley.scenario.offer;

import io.parley.model.CryptoSpec;
import io.parley.model.Doc;
import io.parley.yaml.Located;
import io.parley.yaml.Range;
import java.util.Optional;
import java.util.OptionalInt;

/** One a=crypto line written as a map. */
@Doc("One a=crypto line (RFC 4568), good where nothing is said.")
record CryptoKeys(
    @Doc("Name of the crypto suite.") Located<String> suite,
    @Doc(
            "The tag as written; by default its place in the list. In an answer: another tag than the one taken.")
        Optional<String> tag,
    @Doc("Length of key and salt in bytes; by default what the suite needs.")
        @Range(from = 0, to = 255)
        OptionalInt keyBytes,
    @Doc("What stands behind inline:, as written; by default a fresh key.") Optional<String> key,
    @Doc("Lifetime behind the key: 2^31, or a number.") Optional<String> lifetime,
    @Doc("Master key identifier behind the key: 1:4.") Optional<String> mki,
    @Doc("In a call: a fresh key though there was one before.") boolean rekey,
    @Doc("Session parameters: UNENCRYPTED_SRTCP, KDR=0.") Optional<String> session) {

  CryptoSpec toSpec() {
    return new CryptoSpec(suite.value(), tag, keyBytes, key, lifetime, mki, rekey, session);
  }
}
