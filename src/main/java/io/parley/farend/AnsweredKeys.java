package io.parley.farend;

import io.parley.profile.SessionBody;
import io.parley.sdp.AnswerJudge;
import io.parley.sdp.Sdp;
import io.parley.sip.SipMessage;
import java.util.Optional;

/** Whether the far end's answer can be keyed by what it was offered (RFC 4568 §5.1.3). */
final class AnsweredKeys {
  private AnsweredKeys() {}

  /** False only where offer and answer are there and their key lines do not meet. */
  static boolean fit(SipMessage invite, SipMessage response) {
    Optional<Sdp> offer = SessionBody.of(invite).sdp();
    Optional<Sdp> answer = SessionBody.of(response).sdp();
    return offer.isEmpty()
        || answer.isEmpty()
        || AnswerJudge.keys(offer.get(), answer.get()).isEmpty();
  }
}
