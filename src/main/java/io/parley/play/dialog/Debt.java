package io.parley.play.dialog;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.SourcePosition;

/** Something the target owes a party of ours when the call is over. */
public sealed interface Debt {

  /** No other final response than that one was due (RFC 3261 §17.2.1). */
  record SecondFinal(String first) implements Debt {}

  /** The ACK to our 2xx (RFC 3261 §13.3.1.4). */
  record Ack(String party) implements Debt {}

  /** An answer to our BYE (RFC 3261 §15.1.2). */
  record AnswerToBye(String party) implements Debt {}

  /** The end of the far leg, once the caller let go; instead our callee had to end it. */
  record Release(String party, String how) implements Debt {}

  /** A final response to the INVITE after CANCEL (RFC 3261 §9.2). */
  record EndAfterCancel() implements Debt {}

  /** The debt as a finding of the step that was played last. */
  default Finding finding(SourcePosition at) {
    if (this instanceof SecondFinal d) {
      return Finding.of(
          FindingKind.UNEXPECTED,
          at,
          "no other final response after " + d.first,
          "the INVITE was answered 2xx as well");
    }
    if (this instanceof Ack d) {
      return owed(at, "the 200 of " + d.party + " to be acknowledged", "no ACK came");
    }
    if (this instanceof AnswerToBye d) {
      return owed(at, "the BYE of " + d.party + " to be answered", "no answer came");
    }
    if (this instanceof Release d) {
      return owed(at, "the target to release the far leg", d.party + " " + d.how);
    }
    return owed(at, "a final response to the INVITE after CANCEL", "none came");
  }

  private static Finding owed(SourcePosition at, String expected, String actual) {
    return Finding.of(FindingKind.CLEANUP, at, expected, actual);
  }
}
