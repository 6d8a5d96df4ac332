package io.parley.profile;

import io.parley.sdp.Crypto;
import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be wrong with the keys of an offer (RFC 4568). */
final class SecurityChecks {
  private SecurityChecks() {}

  static Optional<Fault> missing(Profile profile, Judged judged) {
    Optional<Media> audio = judged.offer().flatMap(Sdp::audio);
    if (audio.isEmpty() || !wantsKeys(profile, audio.get())) {
      return Optional.empty();
    }
    Media media = audio.get();
    int line = media.line().number();
    if (!media.isSecure()) {
      return Optional.of(Fault.at(line, "expected SRTP (RTP/SAVP), found " + media.protocol()));
    }
    return media.cryptos().isEmpty()
        ? Optional.of(
            Fault.at(
                line,
                "expected SDES keys (a=crypto), found "
                    + (media.fingerprint().isPresent() ? "DTLS-SRTP only" : "none")))
        : Optional.empty();
  }

  static Optional<Fault> unwanted(Profile profile, Judged judged) {
    return judged
        .offer()
        .flatMap(Sdp::audio)
        .filter(m -> m.isSecure() && !profile.media().srtpRequired())
        .map(
            m ->
                Fault.at(m.line().number(), "expected plain RTP (RTP/AVP), found " + m.protocol()));
  }

  static Optional<Fault> duplicateTag(Profile profile, Judged judged) {
    Set<String> seen = new HashSet<>();
    return cryptos(judged).stream()
        .filter(c -> !seen.add(c.tag()))
        .findFirst()
        .map(
            c ->
                Fault.at(c.line(), "expected one a=crypto for each tag, found two for " + c.tag()));
  }

  static Optional<Fault> noSuite(Profile profile, Judged judged) {
    Optional<Media> audio = judged.offer().flatMap(Sdp::audio);
    List<Crypto> offered = cryptos(judged);
    boolean matters = audio.filter(m -> wantsKeys(profile, m)).isPresent() && !offered.isEmpty();
    boolean common =
        offered.stream().anyMatch(c -> c.isValid() && profile.media().suites().contains(c.suite()));
    if (!matters || common) {
      return Optional.empty();
    }
    return Optional.of(
        Fault.at(
            offered.get(0).line(),
            "expected a key for "
                + String.join(" or ", profile.media().suites())
                + ", found "
                + offered.stream().map(SecurityChecks::said).collect(Collectors.joining("; "))));
  }

  private static String said(Crypto crypto) {
    return crypto.suite() + crypto.fault().map(f -> " (" + f + ")").orElse("");
  }

  private static List<Crypto> cryptos(Judged judged) {
    return judged.offer().flatMap(Sdp::audio).map(Media::cryptos).orElse(List.of());
  }

  private static boolean wantsKeys(Profile profile, Media audio) {
    return profile.media().srtpRequired() || audio.isSecure();
  }
}
