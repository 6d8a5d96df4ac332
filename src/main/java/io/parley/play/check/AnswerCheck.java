package io.parley.play.check;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Scenario;
import io.parley.model.SendStep;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.play.agent.Party;
import io.parley.play.dialog.Exchange;
import io.parley.sdp.AnswerJudge;
import io.parley.sdp.Sdp;
import io.parley.sdp.Violation;
import io.parley.sip.SipMessage;
import java.util.List;

/**
 * A 2xx is not success by itself: its SDP has to fit the offer (RFC 3264 §6), or be one (RFC 3261
 * §13.3.1.4).
 */
final class AnswerCheck {
  private final boolean faulty;
  private final List<Finding> findings;
  private final List<String> notes;

  AnswerCheck(Scenario scenario, List<Finding> findings, List<String> notes) {
    this.faulty = scenario.steps().stream().anyMatch(AnswerCheck::isFaultyMessage);
    this.findings = findings;
    this.notes = notes;
  }

  /** Whether the offer that the target saw may be another than the one we made. */
  private static boolean isFaultyMessage(Step step) {
    return step instanceof SendStep.Raw
        || step instanceof SendStep.Request request && !request.mutate().isEmpty();
  }

  /** Judges the SDP of a final response, if it is a 2xx to INVITE. */
  void judge(SourcePosition at, SipMessage message, Party party) {
    boolean success = message.status().orElse(0) / 100 == 2 && message.method().equals("INVITE");
    if (!success || faulty) {
      return;
    }
    Exchange exchange = party.leg().forks().mediaOf(message).ofInvite();
    if (exchange.isOurs()) {
      answer(at, exchange);
    } else if (exchange.isEmpty()) {
      findings.add(
          Finding.of(
              FindingKind.ANSWER,
              at,
              "an offer in the 2xx to an INVITE without one (RFC 3261 §13.3.1.4)",
              "a 2xx without SDP"));
    }
  }

  private void answer(SourcePosition at, Exchange exchange) {
    Sdp offer = Sdp.of(exchange.offer().orElseThrow());
    if (offer.isMalformed()) {
      return; // there is no right answer to it
    }
    for (Violation violation : AnswerJudge.judge(offer, exchange.answer().map(Sdp::of))) {
      if (violation.binding()) {
        int line = violation.answerLine();
        String where = line == 0 ? "" : "line " + line + " of the answer: ";
        findings.add(
            Finding.of(FindingKind.ANSWER, at, violation.expected(), where + violation.actual()));
      } else {
        notes.add("odd answer: " + violation);
      }
    }
  }
}
