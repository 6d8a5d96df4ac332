package io.parley.trial;

import io.parley.sdp.Sdp;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What crossed in one step.
 *
 * @param step the step's id
 * @param all every message in order, copies included
 */
record StepTrace(String step, List<Crossed> all) {

  /** The first message of that sort. */
  Optional<Crossed> first(Predicate<Crossed> wanted) {
    return all.stream().filter(wanted).findFirst();
  }

  /** Every message of that sort. */
  List<Crossed> every(Predicate<Crossed> wanted) {
    return all.stream().filter(wanted).toList();
  }

  /** The description that a message carries. */
  static Optional<Sdp> sdp(SipMessage message) {
    return message.sdp().map(p -> Sdp.of(p.bytes()));
  }

  /** The INVITE that the phone began its call with. */
  Optional<Crossed> dialled() {
    return first(Crossed::dials);
  }

  /** Our own INVITE to the phone, that which begins a call. */
  Optional<Crossed> ours() {
    return first(c -> isOurInvite(c) && c.message().toTag().isEmpty());
  }

  /** Our INVITEs within the call that the phone made. */
  List<Crossed> changes() {
    return every(c -> isOurInvite(c) && c.message().toTag().isPresent());
  }

  private static boolean isOurInvite(Crossed c) {
    return !c.fromPhone() && c.message().isRequest() && c.message().method().equals("INVITE");
  }

  /** The phone's final answer to a request of ours. */
  Optional<Crossed> answer(Crossed request) {
    SipMessage m = request.message();
    return first(
        c ->
            c.answers(m.method(), 200, 699)
                && c.message().callId().equals(m.callId())
                && c.message().cseq().equals(m.cseq()));
  }
}
