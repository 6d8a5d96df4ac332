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
import io.parley.model.FindingKind;
import io.parley.model.Outcome;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.play.agent.Party;
import io.parley.play.dialog.Exchange;
import io.parley.play.stage.Stage;
import io.parley.profile.Profile;
import io.parley.sdp.AnswerJudge;
import io.parley.sdp.Sdp;
import io.parley.sdp.Violation;
import io.parley.sip.SipMessage;
import io.parley.target.Target;
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
  private final Supplier<Optional<byte[]>> farEndOffer;

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
    this.farEndOffer = farEndOffer;
  }

  /** Checks what a plain receive asks of the message it took. */
  public void message(Step step, SipMessage message, Party party) {
    Match match = match(step, message, party);
    doubt(match);
    add(match, message);
    if (step instanceof Step.ReceiveResponse) {
      judgeAnswer(step.at(), message, party);
    }
  }

  /** Checks a final response against what is expected; false when no outcome fits its status. */
  public boolean outcome(Step.ReceiveExpected step, SipMessage message, Party party) {
    Expectation expectation = played.expected().get(step.name());
    OutcomeMatch result =
        OutcomeMatcher.match(
            expectation, message, context(message, party), stage.options().strictInferred());
    doubt(result.match());
    result
        .match()
        .notes()
        .forEach(
            n -> notes.add("inferred, not required: expected " + n.expected() + ", " + n.actual()));
    if (!result.isMet()) {
      add(result.match(), message);
      return false;
    }
    if (result.needsRepair() && !repaired(result.met().get(0))) {
      return false;
    }
    judgeAnswer(result.met().get(0).at(), message, party);
    return true;
  }

  private boolean repaired(Outcome outcome) {
    Optional<Profile> profile = played.id().profile().flatMap(stage.profiles()::get);
    Optional<byte[]> offer = farEndOffer.get();
    String wanted =
        "the offer that left the target to be one that "
            + played.id().profile().orElse("the far end")
            + " takes";
    if (!stage.playsFarEnd() || profile.isEmpty()) {
      findings.add(unseen(outcome, wanted));
      return false;
    }
    if (offer.isEmpty()) {
      findings.add(
          Finding.of(
              FindingKind.NOT_REPAIRED,
              outcome.at(),
              wanted,
              "the target answered 2xx and relayed no offer"));
      return false;
    }
    if (profile.get().judgeOffer(offer.get()) instanceof io.parley.profile.Ruling.Refuse refuse) {
      findings.add(
          Finding.of(FindingKind.NOT_REPAIRED, outcome.at(), wanted, refuse.explanation()));
      return false;
    }
    return true;
  }

  /** A stranger behind the SBC may have got a good offer; where nobody is, nobody did. */
  private Finding unseen(Outcome outcome, String wanted) {
    return stage.target().farEnd() == Target.FarEnd.REAL
        ? Finding.of(
            FindingKind.UNSEEN,
            outcome.at(),
            wanted,
            "a 2xx, and nobody of ours saw that offer: the far end is not played by Parley")
        : Finding.of(
            FindingKind.NOT_REPAIRED,
            outcome.at(),
            wanted,
            "a 2xx of the target's own: nobody is behind it");
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
    if (step instanceof Step.ReceiveRequest r) {
      return RequestMatcher.match(r, message, context(message, party));
    }
    Step.ReceiveResponse r = (Step.ReceiveResponse) step;
    return ResponseMatcher.match(
        r, r.method().orElse(party.lastMethod()), message, context(message, party));
  }

  private Match matchUnknown(Step step, SipMessage message) {
    if (step instanceof Step.ReceiveExpected e) {
      Expectation expectation = played.expected().get(e.name());
      return OutcomeMatcher.match(expectation, message, addresses(SdpRole.UNKNOWN), false).match();
    }
    if (step instanceof Step.ReceiveRequest r) {
      return RequestMatcher.match(r, message, addresses(SdpRole.UNKNOWN));
    }
    Step.ReceiveResponse r = (Step.ReceiveResponse) step;
    return ResponseMatcher.match(
        r, r.method().orElse(message.method()), message, addresses(SdpRole.UNKNOWN));
  }

  private SdpContext context(SipMessage message, Party party) {
    return addresses(
        switch (party.roleOf(message)) {
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

  /** Whether the offer that the target saw may be another than the one we made. */
  private static boolean isFaultyMessage(Step step) {
    return step instanceof Step.SendRaw
        || step instanceof Step.SendRequest request && !request.mutate().isEmpty();
  }

  /**
   * A 2xx is not success by itself: its SDP has to fit the offer (RFC 3264 §6), or be one (RFC 3261
   * §13.3.1.4).
   */
  private void judgeAnswer(SourcePosition at, SipMessage message, Party party) {
    boolean success = message.status().orElse(0) / 100 == 2 && message.method().equals("INVITE");
    if (!success || played.scenario().steps().stream().anyMatch(Checks::isFaultyMessage)) {
      return;
    }
    Exchange exchange = party.mediaOf(message).ofInvite();
    if (!exchange.isOurs()) {
      if (exchange.isEmpty()) {
        findings.add(
            Finding.of(
                FindingKind.ANSWER,
                at,
                "an offer in the 2xx to an INVITE without one (RFC 3261 §13.3.1.4)",
                "a 2xx without SDP"));
      }
      return;
    }
    Sdp offer = Sdp.of(exchange.offer().orElseThrow());
    if (offer.isMalformed()) {
      return; // there is no right answer to it
    }
    for (Violation violation : AnswerJudge.judge(offer, exchange.answer().map(Sdp::of))) {
      if (violation.binding()) {
        String where =
            violation.answerLine() == 0
                ? ""
                : "line " + violation.answerLine() + " of the answer: ";
        findings.add(
            Finding.of(FindingKind.ANSWER, at, violation.expected(), where + violation.actual()));
      } else {
        notes.add("odd answer: " + violation);
      }
    }
  }
}
