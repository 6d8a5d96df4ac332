package io.parley.profile;

import io.parley.model.Direction;
import io.parley.sdp.Candidate;
import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What can be wrong with streams, addresses and ICE of an offer. */
final class MediaChecks {
  private MediaChecks() {}

  static Optional<Fault> audioMissing(Profile profile, Judged judged) {
    Optional<Sdp> offer = judged.offer();
    Optional<Media> audio = offer.flatMap(Sdp::audio);
    if (offer.isEmpty() || audio.filter(m -> !m.isRejected()).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        Fault.at(
            audio.map(m -> m.line().number()).orElse(0),
            audio.isPresent()
                ? "expected an audio stream in use, found it with port 0"
                : "expected an audio stream, found none"));
  }

  static Optional<Fault> blackhole(Profile profile, Judged judged) {
    return address(
        judged,
        a -> a.equals("0.0.0.0") || a.equals("::"),
        "expected an address that media can be sent to, found c= with %s");
  }

  static Optional<Fault> nameAsAddress(Profile profile, Judged judged) {
    return address(
        judged,
        a -> !a.contains(":") && !a.matches("\\d{1,3}(\\.\\d{1,3}){3}"),
        "expected an IP address in c=, found the name %s");
  }

  static Optional<Fault> ip6(Profile profile, Judged judged) {
    return address(
        judged, a -> a.contains(":") && !judged.ipv6(), "expected an IPv4 address in c=, found %s");
  }

  private static Optional<Fault> address(Judged judged, Predicate<String> wrong, String words) {
    Optional<Media> audio = judged.offer().flatMap(Sdp::audio);
    int line = audio.flatMap(Media::addressLine).map(SdpLine::number).orElse(0);
    return audio
        .flatMap(Media::address)
        .filter(wrong)
        .map(a -> Fault.at(line, String.format(words, a)));
  }

  static Optional<Fault> inactive(Profile profile, Judged judged) {
    return judged
        .offer()
        .flatMap(Sdp::audio)
        .filter(m -> m.direction() == Direction.INACTIVE)
        .map(
            m ->
                Fault.at(
                    m.directionLine().map(SdpLine::number).orElse(0),
                    "expected a stream that is active, found a=inactive"));
  }

  static Optional<Fault> iceMissing(Profile profile, Judged judged) {
    Optional<Media> audio = judged.offer().flatMap(Sdp::audio);
    if (!profile.media().iceRequired() || audio.isEmpty()) {
      return Optional.empty();
    }
    List<Candidate> found = audio.get().ice().candidates();
    boolean usable = found.stream().anyMatch(c -> !c.address().contains(":"));
    if (usable && audio.get().ice().isPresent()) {
      return Optional.empty();
    }
    String what = !usable ? "an IPv4 ICE candidate" : "a=ice-ufrag and a=ice-pwd";
    String instead = found.isEmpty() ? "no candidate" : usable ? "none" : "IPv6 candidates only";
    return Optional.of(
        Fault.at(audio.get().line().number(), "expected " + what + ", found " + instead));
  }

  static Optional<Fault> iceCredentials(Profile profile, Judged judged) {
    Optional<Media> audio = judged.offer().flatMap(Sdp::audio);
    if (!profile.media().iceRequired() || audio.isEmpty()) {
      return Optional.empty();
    }
    int line = audio.get().line().number();
    return audio.get().ice().credentialFault().map(f -> Fault.at(line, "expected " + f));
  }
}
