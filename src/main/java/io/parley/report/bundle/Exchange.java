package io.parley.report.bundle;

import io.parley.result.TranscriptEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The pair that a support desk asks for first: an INVITE and the final response to it.
 *
 * @param invite the INVITE as it crossed the wire
 * @param answer the final response (200..699) at the same end; empty = none came
 */
record Exchange(TranscriptEntry invite, Optional<TranscriptEntry> answer) {
  private static final int UNAUTHORIZED = 401;
  private static final int PROXY_AUTHENTICATION = 407;

  /**
   * The pair that matters in a case: of its first call the last INVITE that was refused, a
   * challenge (RFC 3261 §22) aside; where none was, the first that was answered; else the first.
   */
  static Optional<Exchange> of(List<TranscriptEntry> transcript) {
    Optional<TranscriptEntry> first = transcript.stream().filter(Exchange::isInvite).findFirst();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<Exchange> all =
        transcript.stream()
            .filter(e -> isInvite(e) && !e.retransmission() && sameCall(e, first.get()))
            .map(e -> new Exchange(e, answer(transcript, e)))
            .toList();
    return last(all, Exchange::isRefused)
        .or(() -> all.stream().filter(e -> e.status() / 100 == 2).findFirst())
        .or(() -> last(all, e -> e.answer().isPresent()))
        .or(() -> all.stream().findFirst());
  }

  private static Optional<Exchange> last(List<Exchange> all, Predicate<Exchange> that) {
    return all.stream().filter(that).reduce((a, b) -> b);
  }

  private int status() {
    return answer.map(a -> a.message().status().orElse(0)).orElse(0);
  }

  private boolean isRefused() {
    int status = status();
    return status >= 300 && status != UNAUTHORIZED && status != PROXY_AUTHENTICATION;
  }

  private static boolean isInvite(TranscriptEntry e) {
    return e.message().isRequest() && e.message().method().equals("INVITE");
  }

  private static boolean sameCall(TranscriptEntry a, TranscriptEntry b) {
    return a.message().callId().equals(b.message().callId())
        && a.frame().way() == b.frame().way()
        && a.actor().equals(b.actor());
  }

  private static Optional<TranscriptEntry> answer(
      List<TranscriptEntry> transcript, TranscriptEntry invite) {
    return transcript.stream()
        .filter(e -> e.message().isResponse() && e.message().status().orElse(0) >= 200)
        .filter(e -> e.frame().way() != invite.frame().way() && e.actor().equals(invite.actor()))
        .filter(e -> e.message().callId().equals(invite.message().callId()))
        .filter(e -> e.message().cseqMethod().equals("INVITE"))
        .filter(e -> e.message().cseq().equals(invite.message().cseq()))
        .findFirst();
  }
}
