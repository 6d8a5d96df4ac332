package io.parley.capture;

import io.parley.sip.SipMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An INVITE and what became of it.
 *
 * @param request the INVITE; of an authenticated call the one that was let through to be judged
 * @param provisional the 1xx, 100 apart
 * @param answer the final response; empty where the capture has none
 * @param initial whether it begins a call; false = a re-INVITE
 * @param challenges how many 401 and 407 came before
 * @param retransmissions how often the INVITE was sent again unchanged
 * @param answerRetransmissions how often the final response was
 * @param cancel the CANCEL that took it back; empty = none
 * @param acknowledged whether there was an ACK
 */
public record Invitation(
    CapturedMessage request,
    List<CapturedMessage> provisional,
    Optional<CapturedMessage> answer,
    boolean initial,
    int challenges,
    int retransmissions,
    int answerRetransmissions,
    Optional<CapturedMessage> cancel,
    boolean acknowledged) {

  /** Whether it was taken back by CANCEL. */
  public boolean cancelled() {
    return cancel.isPresent();
  }

  /** The status of the final response; 0 = there is none. */
  public int status() {
    return answer.map(a -> a.message().status().orElse(0)).orElse(0);
  }

  /** Whether it was refused: 3xx to 6xx other than what a CANCEL brings about. */
  public boolean refused() {
    return status() >= 300 && !(status() == 487 && cancelled());
  }

  /** Whether it was accepted. */
  public boolean accepted() {
    return status() / 100 == 2;
  }

  /** The INVITE itself. */
  public SipMessage invite() {
    return request.message();
  }

  /** How long the final response took; empty where the capture does not say. */
  public Optional<Duration> took() {
    return answer.flatMap(
        a -> request.time().flatMap(from -> a.time().map(to -> Duration.between(from, to))));
  }
}
