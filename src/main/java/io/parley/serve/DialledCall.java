package io.parley.serve;

import io.parley.diagnosis.Circumstances;
import io.parley.diagnosis.Diagnosis;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.profile.SessionBody;
import io.parley.sdp.AnswerJudge;
import io.parley.sdp.Sdp;
import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call that this far end made, and its answer.
 *
 * @param number which call
 * @param invite as it went
 * @param response final, to that INVITE
 */
record DialledCall(int number, Arrival invite, SipMessage response) {

  /** What is wrong with the answer: a refusal, or an SDP that breaks RFC 3264. */
  List<Finding> findings() {
    int status = response.status().orElse(0);
    if (status >= 300) {
      Finding refused =
          Finding.of(
              FindingKind.STATUS,
              null,
              "2xx",
              "answered " + status + " " + response.reasonPhrase());
      Circumstances known =
          new Circumstances(OptionalInt.empty(), OptionalInt.of(status), List.of());
      return List.of(Diagnosis.shipped().of(refused, known));
    }
    return violations().stream()
        .map(v -> Finding.of(FindingKind.ANSWER, null, "an answer by RFC 3264 §6", v))
        .toList();
  }

  private List<String> violations() {
    Optional<Sdp> offer = SessionBody.of(invite.message()).sdp();
    Optional<Sdp> answer = SessionBody.of(response).sdp();
    return offer.isEmpty()
        ? List.of()
        : AnswerJudge.judge(offer.get(), answer).stream().map(Object::toString).toList();
  }

  /** A call that nobody answered. */
  static ServedCall unanswered(int number, Arrival invite, String reason) {
    SipMessage m = invite.message();
    return new ServedCall(
        number,
        Instant.now(),
        invite.frame().flow(),
        "dialled INVITE",
        Told.user(m.first("From").orElse("")),
        Told.user(m.requestUri()),
        Told.offer(m),
        0,
        reason,
        List.of(),
        List.of());
  }

  ServedCall told(Instant at) {
    SipMessage m = invite.message();
    int status = response.status().orElse(0);
    return new ServedCall(
        number,
        at,
        invite.frame().flow(),
        "dialled INVITE",
        Told.user(m.first("From").orElse("")),
        Told.user(m.requestUri()),
        Told.offer(status < 300 ? response : m),
        status,
        response.reasonPhrase(),
        List.of(),
        status < 300 ? violations() : List.of());
  }
}
