package io.parley.match;

import io.parley.model.CryptoCheck;
import io.parley.model.StreamCheck;
import io.parley.sdp.Crypto;
import io.parley.sdp.Fingerprint;
import io.parley.sdp.Media;
import io.parley.sdp.SdpLine;
import java.util.List;
import java.util.Optional;

/** The checks on how a stream is keyed. */
final class SecurityMatcher {
  private final Media media;
  private final StreamRows rows;

  SecurityMatcher(Media media, StreamRows rows) {
    this.media = media;
    this.rows = rows;
  }

  void check(StreamCheck expected) {
    expected.srtp().ifPresent(this::srtp);
    expected.crypto().ifPresent(this::crypto);
    expected.fingerprint().ifPresent(this::fingerprint);
    expected.setup().ifPresent(s -> rows.equal("setup", s, media.setup().orElse(""), media.line()));
  }

  private void srtp(String wanted) {
    boolean sdes = media.isSecure() && !media.cryptos().isEmpty();
    boolean dtls = media.isSecure() && media.fingerprint().isPresent();
    boolean met =
        switch (wanted) {
          case "any" -> sdes || dtls;
          case "sdes" -> sdes;
          case "dtls" -> dtls;
          default -> !media.isSecure() && media.cryptos().isEmpty();
        };
    String keys = media.cryptos().isEmpty() ? "no a=crypto" : media.cryptos().toString();
    String actual = media.protocol() + ", " + keys + (dtls ? ", a=fingerprint" : "");
    rows.check(met, "srtp " + wanted, media.line(), actual);
  }

  private void crypto(CryptoCheck check) {
    List<Crypto> found = media.cryptos();
    String said =
        found.isEmpty() ? "no a=crypto" : found.stream().map(this::said).toList().toString();
    SdpLine line = media.attributeLines("crypto").stream().findFirst().orElse(media.line());
    if (check instanceof CryptoCheck.Some some) {
      rows.check(
          found.stream().anyMatch(c -> fits(some.line(), c)), "a " + some.line(), line, said);
      return;
    }
    List<CryptoCheck.Line> wanted = ((CryptoCheck.Exactly) check).lines();
    boolean met = wanted.size() == found.size();
    for (int i = 0; met && i < wanted.size(); i++) {
      met = fits(wanted.get(i), found.get(i));
    }
    rows.check(met, wanted.isEmpty() ? "no a=crypto" : "exactly " + wanted, line, said);
  }

  private String said(Crypto crypto) {
    return crypto
        + (crypto.keyLength().isPresent() ? ", " + crypto.keyLength().getAsInt() + " bytes" : "");
  }

  private static boolean fits(CryptoCheck.Line wanted, Crypto crypto) {
    return wanted.tag().orElse(crypto.tag()).equals(crypto.tag())
        && wanted.suite().orElse(crypto.suite()).equals(crypto.suite())
        && (wanted.keyBytes().isEmpty() || wanted.keyBytes().equals(crypto.keyLength()))
        && wanted.lifetime().orElse(crypto.lifetime()).equals(crypto.lifetime())
        && wanted.session().orElse(crypto.sessionParams()).equals(crypto.sessionParams());
  }

  private void fingerprint(String wanted) {
    Optional<Fingerprint> found = media.dtlsFingerprint();
    boolean met =
        switch (wanted) {
          case "any" -> found.filter(f -> f.fault().isEmpty()).isPresent();
          case "none" -> found.isEmpty();
          default ->
              found
                  .filter(f -> f.hash().equalsIgnoreCase(wanted) && f.fault().isEmpty())
                  .isPresent();
        };
    rows.check(
        met,
        "fingerprint " + wanted,
        media.attributeLines("fingerprint").stream().findFirst().orElse(media.line()),
        found
            .map(f -> "fingerprint " + f.hash() + f.fault().map(x -> ": " + x).orElse(""))
            .orElse("no a=fingerprint"));
  }
}
