package io.parley.sdp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a media section says of ICE (RFC 8839).
 *
 * @param ufrag user name fragment, the section's or the session's
 * @param password password, the section's or the session's
 * @param candidates values of the {@code a=candidate} lines that can be read
 * @param lite whether the session says {@code a=ice-lite}
 */
public record Ice(
    Optional<String> ufrag, Optional<String> password, List<Candidate> candidates, boolean lite) {
  private static final int UFRAG = 4;
  private static final int PASSWORD = 22;

  static Ice read(List<SdpLine> media, List<SdpLine> session) {
    return new Ice(
        value("ice-ufrag", media, session),
        value("ice-pwd", media, session),
        media.stream()
            .flatMap(l -> l.attribute("candidate").stream())
            .flatMap(v -> Candidate.read(v).stream())
            .toList(),
        Stream.concat(session.stream(), media.stream())
            .anyMatch(l -> l.attribute("ice-lite").isPresent()));
  }

  private static Optional<String> value(String name, List<SdpLine> media, List<SdpLine> session) {
    return Stream.concat(media.stream(), session.stream())
        .flatMap(l -> l.attribute(name).stream())
        .findFirst();
  }

  /** Whether ICE can be done with it: both credentials are there (RFC 8839 §5.4). */
  public boolean isPresent() {
    return ufrag.isPresent() && password.isPresent();
  }

  /** Why the credentials cannot be used (RFC 8839 §5.4); empty when they can, or are not there. */
  public Optional<String> credentialFault() {
    return fault("a=ice-ufrag", ufrag, UFRAG).or(() -> fault("a=ice-pwd", password, PASSWORD));
  }

  private static Optional<String> fault(String what, Optional<String> value, int least) {
    return value
        .filter(v -> !v.matches("[A-Za-z0-9+/]{" + least + ",256}"))
        .map(
            v ->
                what
                    + " of "
                    + least
                    + " to 256 letters, digits, + and / (RFC 8839 §5.4), found "
                    + v.length()
                    + " characters");
  }
}
