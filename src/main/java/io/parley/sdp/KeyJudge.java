package io.parley.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the key lines of a taken stream against those offered (RFC 4568 §5.1.2). */
final class KeyJudge {
  private final Media offer;
  private final Media answer;
  private final List<Violation> found = new ArrayList<>();

  private KeyJudge(Media offer, Media answer) {
    this.offer = offer;
    this.answer = answer;
  }

  static List<Violation> judge(Media offer, Media answer) {
    KeyJudge judge = new KeyJudge(offer, answer);
    List<Crypto> keys = answer.cryptos();
    if (keys.isEmpty()) {
      judge.noKey();
    } else if (keys.size() > 1) {
      judge.broken(keys.get(1).line(), "exactly one a=crypto (RFC 4568 §5.1.2)", keys.toString());
    }
    keys.forEach(judge::key);
    return judge.found;
  }

  private void noKey() {
    boolean dtls = offer.fingerprint().isPresent() && answer.fingerprint().isPresent();
    if (answer.isSecure() && !dtls) {
      broken(
          answer.line().number(),
          "one a=crypto with an offered tag, of " + offer.cryptos() + " (RFC 4568 §5.1.2)",
          answer.protocol() + " without any key");
    }
  }

  private void key(Crypto key) {
    Optional<Crypto> offered =
        offer.cryptos().stream().filter(o -> o.tag().equals(key.tag())).findFirst();
    if (offered.isEmpty()) {
      broken(
          key.line(),
          "a tag of those offered, " + offer.cryptos() + " (RFC 4568 §5.1.2)",
          key.toString());
    } else if (!offered.get().suite().equals(key.suite())) {
      broken(
          key.line(),
          offered.get() + ", as offered under that tag (RFC 4568 §5.1.2)",
          key.toString());
    }
    key.fault().ifPresent(f -> broken(key.line(), "a usable key (RFC 4568 §6.1)", key + ": " + f));
  }

  private void broken(int line, String expected, String actual) {
    found.add(new Violation(line, offer.line().number(), expected, actual, true));
  }
}
