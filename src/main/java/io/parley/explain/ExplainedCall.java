package io.parley.explain;

import io.parley.capture.CapturedCall;
import io.parley.capture.Invitation;
import io.parley.diagnosis.CodeMeaning;
import io.parley.profile.SessionBody;
import io.parley.sdp.Sdp;
import io.parley.sdp.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is to be said of a call.
 *
 * @param call the call
 * @param invitation the INVITE that tells most
 * @param farEnd the profile that the far end is taken for, by name
 * @param broken the rules it breaks, the one that matters most first
 * @param takenBy the profiles that take it as it is
 * @param meanings what its refusal means
 * @param answerFaults where the answer of a 2xx breaks RFC 3264
 * @param remarks what else is worth knowing
 * @param releases what its Reason headers say
 * @param leg what it is to other calls of the capture
 */
public record ExplainedCall(
    CapturedCall call,
    Invitation invitation,
    Optional<String> farEnd,
    List<BrokenRule> broken,
    List<String> takenBy,
    List<CodeMeaning> meanings,
    List<Violation> answerFaults,
    List<String> remarks,
    List<Release> releases,
    Leg leg) {

  /** Its offer, read anew: a capture has many. Empty = none. */
  public Optional<Sdp> offer() {
    return SessionBody.of(invitation.invite()).sdp();
  }

  /** Whether it did not go well: refused, unanswered, answered wrongly, or cut off. */
  public boolean failed() {
    return call.failed() || cutOff() || answerFaults.stream().anyMatch(Violation::binding);
  }

  /** Whether it came about and was ended by a fault, as its BYE says. */
  public boolean cutOff() {
    return invitation.accepted() && releases.stream().anyMatch(Release::cutsOff);
  }

  /** Whether all that is to be said of another call is to be said of this one. */
  public boolean isLike(ExplainedCall other) {
    return invitation.status() == other.invitation.status()
        && invitation.initial() == other.invitation.initial()
        && said().equals(other.said())
        && remarks.equals(other.remarks)
        && leg.refusedOn() == other.leg.refusedOn()
        && gist().equals(other.gist())
        && meanings.equals(other.meanings);
  }

  private List<String> gist() {
    return releases.stream().map(Release::gist).toList();
  }

  private String said() {
    return broken.stream()
        .map(b -> b.name() + b.leading().sdpLine() + b.leading().explanation() + b.profiles())
        .collect(Collectors.joining("\n"));
  }
}
