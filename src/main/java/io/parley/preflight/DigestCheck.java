package io.parley.preflight;

import io.parley.result.TranscriptEntry;
import io.parley.sip.Challenge;
import io.parley.sip.SipMessage;
import io.parley.target.Target;
import io.parley.wire.Frame;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the target asked who we are, with which algorithms, and whether it believed us (RFC 3261
 * §22, RFC 8760).
 *
 * @param target what is under test
 */
record DigestCheck(Target target) {
  private static final String SUBJECT = "digest";

  /** What a server says to credentials that it does not believe (RFC 3261 §22.1, §21.4.4). */
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 407);

  /** The line; empty where nothing was asked. */
  Optional<CheckLine> of(List<TranscriptEntry> transcript) {
    List<SipMessage> in = messages(transcript, Frame.Way.IN);
    List<SipMessage> asked = in.stream().filter(DigestCheck::asks).toList();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    String found = words(asked.get(0));
    Optional<SipMessage> answered =
        messages(transcript, Frame.Way.OUT).stream()
            .filter(DigestCheck::answers)
            .reduce((first, second) -> second);
    if (answered.isEmpty()) {
      return Optional.of(unanswered(asked.get(0), found));
    }
    String who = target.credentials().map(Target.Credentials::toString).orElse("credentials");
    Optional<SipMessage> last = lastFinal(in, answered.get());
    return Optional.of(
        last.map(r -> believed(r.status().orElse(0), found, who))
            .orElseGet(
                () ->
                    CheckLine.of(
                        CheckLine.State.WRONG,
                        SUBJECT,
                        found + "; did not answer to our " + who,
                        "Look into its log for what became of the INVITE with credentials.")));
  }

  private static CheckLine believed(int status, String found, String who) {
    return REFUSALS.contains(status)
        ? CheckLine.of(
            CheckLine.State.SETUP,
            SUBJECT,
            found + "; answered " + status + " to our " + who,
            "Check user and password under 'credentials', and the realm they are for on the SBC.")
        : CheckLine.ok(SUBJECT, found + "; took our " + who);
  }

  private CheckLine unanswered(SipMessage response, String found) {
    boolean digest =
        Challenge.of(response).stream().anyMatch(c -> c.scheme().equalsIgnoreCase("Digest"));
    if (!digest) {
      return CheckLine.of(
          CheckLine.State.WRONG,
          SUBJECT,
          found + "; only Digest is answered (RFC 3261 §22)",
          "Let it ask with Digest, or turn authentication off for this trunk.");
    }
    return target.credentials().isPresent()
        ? CheckLine.of(
            CheckLine.State.WRONG,
            SUBJECT,
            found + "; nothing of it can be answered",
            "Let it offer MD5, SHA-256 or SHA-512-256, with a realm, a nonce, and qop auth or"
                + " none.")
        : CheckLine.of(
            CheckLine.State.SETUP,
            SUBJECT,
            found + "; the target file has no credentials",
            "Name user and password under 'credentials', or turn authentication off for this"
                + " trunk.");
  }

  private static String words(SipMessage response) {
    List<Challenge> challenges = Challenge.of(response);
    String asked =
        challenges.isEmpty()
            ? "nothing that can be read"
            : challenges.stream().map(DigestCheck::words).collect(Collectors.joining(", then "));
    return response.status().orElse(0) + " asked for " + asked;
  }

  /** RFC 3261 §22.4: a challenge without an algorithm means MD5. */
  private static String words(Challenge challenge) {
    return challenge.scheme().equalsIgnoreCase("Digest")
            && challenge.parameter("algorithm").isEmpty()
        ? challenge + " (MD5, as no algorithm is named)"
        : challenge.toString();
  }

  /** What came back to that very request: a challenge may be repeated while it is under way. */
  private static Optional<SipMessage> lastFinal(List<SipMessage> in, SipMessage request) {
    return in.stream()
        .filter(DigestCheck::isFinal)
        .filter(m -> m.cseq().equals(request.cseq()))
        .reduce((first, second) -> second);
  }

  private static boolean isFinal(SipMessage message) {
    return message.isResponse()
        && message.method().equals("INVITE")
        && message.status().orElse(0) >= 200;
  }

  private static boolean asks(SipMessage message) {
    int status = message.status().orElse(0);
    return isFinal(message) && (status == 401 || status == 407);
  }

  private static boolean answers(SipMessage message) {
    return message.isRequest()
        && message.method().equals("INVITE")
        && message
            .first("Authorization")
            .or(() -> message.first("Proxy-Authorization"))
            .isPresent();
  }

  private static List<SipMessage> messages(List<TranscriptEntry> transcript, Frame.Way way) {
    return transcript.stream()
        .filter(e -> e.frame().way() == way && !e.retransmission())
        .map(TranscriptEntry::message)
        .toList();
  }
}
