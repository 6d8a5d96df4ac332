package io.parley.play.check;

import io.parley.match.Closest;
import io.parley.match.Difference;
import io.parley.match.Match;
import io.parley.match.OutcomeMatch;
import io.parley.match.OutcomeMatcher;
import io.parley.match.RequestMatcher;
import io.parley.match.ResponseMatcher;
import io.parley.match.SdpContext;
import io.parley.match.SdpRole;
import io.parley.match.SideBySide;
import io.parley.model.Case;
import io.parley.model.Expectation;
import io.parley.model.Finding;
import io.parley.model.ReceiveStep;
import io.parley.model.Step;
import io.parley.play.agent.Party;
import io.parley.play.stage.Stage;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks into a message that a step took: headers, SDP, the outcome, and whether an answer fits its
 * offer.
 */
public final class Checks {
  private final Case played;
  private final Stage stage;
  private final List<Finding> findings;
  private final List<String> notes;
  private final AnswerCheck answers;
  private final RepairCheck repairs;

  /** Sets the checks up: what they find is added to {@code findings} and {@code notes}. */
  public Checks(
      Case played,
      Stage stage,
      List<Finding> findings,
      List<String> notes,
      Supplier<Optional<byte[]>> farEndOffer) {
    this.played = played;
    this.stage = stage;
    this.findings = findings;
    this.notes = notes;
    this.answers = new AnswerCheck(played.scenario(), findings, notes);
    this.repairs = new RepairCheck(played.id().profile(), stage, farEndOffer);
  }

  /** Checks what a plain receive asks of the message it took. */
  public void message(Step step, SipMessage message, Party party) {
    Match match = match(step, message, party);
    doubt(match);
    add(match, message);
    if (step instanceof ReceiveStep.Response) {
      answers.judge(step.at(), message, party);
    }
  }

  /** Checks a final response against what is expected; false when no outcome fits its status. */
  public boolean outcome(ReceiveStep.Expected step, SipMessage message, Party party) {
    Expectation expectation = played.expected().get(step.name());
    OutcomeMatch result =
        OutcomeMatcher.match(
            expectation, message, context(message, party), stage.options().strictInferred());
    doubt(result.match());
    result.match().notes().forEach(n -> notes.add(inferred(n)));
    if (!result.isMet()) {
      add(result.match(), message);
      return false;
    }
    if (result.needsRepair()) {
      Optional<Finding> unmended = repairs.objection(result.met().get(0).at());
      unmended.ifPresent(findings::add);
      if (unmended.isPresent()) {
        return false;
      }
    }
    answers.judge(result.met().get(0).at(), message, party);
    return true;
  }

  private static String inferred(Difference difference) {
    return "inferred, not required: expected " + difference.expected() + ", " + difference.actual();
  }

  private void add(Match match, SipMessage message) {
    for (Difference difference : match.differences()) {
      findings.add(
          addresses().told(difference).finding().withClosest(SideBySide.render(match, message)));
    }
  }

  /** The finding with the message that came closest of all, side by side with the step. */
  public Finding closest(Finding finding, Step step, List<SipMessage> received) {
    return Closest.among(received, m -> matchUnknown(step, m))
        .map(c -> finding.withClosest(c.sideBySide()))
        .orElse(finding);
  }

  private Match match(Step step, SipMessage message, Party party) {
    if (step instanceof ReceiveStep.Request r) {
      return RequestMatcher.match(r, message, context(message, party));
    }
    ReceiveStep.Response r = (ReceiveStep.Response) step;
    return ResponseMatcher.match(
        r, r.method().orElse(party.last().method()), message, context(message, party));
  }

  private Match matchUnknown(Step step, SipMessage message) {
    if (step instanceof ReceiveStep.Expected e) {
      Expectation expectation = played.expected().get(e.name());
      return OutcomeMatcher.match(expectation, message, addresses(SdpRole.UNKNOWN), false).match();
    }
    if (step instanceof ReceiveStep.Request r) {
      return RequestMatcher.match(r, message, addresses(SdpRole.UNKNOWN));
    }
    ReceiveStep.Response r = (ReceiveStep.Response) step;
    return ResponseMatcher.match(
        r, r.method().orElse(message.method()), message, addresses(SdpRole.UNKNOWN));
  }

  private SdpContext context(SipMessage message, Party party) {
    return addresses(
        switch (party.leg().offers().role(message)) {
          case OFFER -> SdpRole.OFFER;
          case ANSWER -> SdpRole.ANSWER;
          case NONE -> SdpRole.UNKNOWN;
        });
  }

  private SdpContext addresses(SdpRole role) {
    return addresses().context(role);
  }

  private MediaAddresses addresses() {
    return MediaAddresses.of(stage, played.id().profile());
  }

  private void doubt(Match match) {
    addresses().doubt(match).filter(d -> !notes.contains(d)).ifPresent(notes::add);
  }
}
