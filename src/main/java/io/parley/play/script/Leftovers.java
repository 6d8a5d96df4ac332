package io.parley.play.script;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.SourcePosition;
import io.parley.play.agent.Party;
import io.parley.sip.SipMessage;
import java.util.OptionalInt;

/** What arrived and no step asked for. */
final class Leftovers {
  private Leftovers() {}

  /**
   * Never a finding: provisionals and their PRACKs, stray ACKs, OPTIONS, what the caller's own
   * CANCEL causes.
   */
  static boolean tolerated(Party party, SipMessage message) {
    if (message.isResponse()) {
      int status = message.status().orElse(0);
      boolean provisional = status >= 100 && status < 200;
      boolean answersUnscripted =
          !message.method().equals("INVITE") && !party.leg().own().scripted(message.method());
      return provisional
          || answersUnscripted
          || party.leg().own().lastInvite().causedByCancel(message)
          || party.leg().isOtherFork(message);
    }
    return switch (message.method()) {
      case "ACK", "OPTIONS" -> true;
      case "PRACK" -> party.leg().wasAcknowledged(message);
      case "CANCEL" -> party.leg().their().isCancelled();
      default -> false;
    };
  }

  /**
   * A message that no step asked for, as a finding.
   *
   * @param at where the scenario is written
   */
  static Finding unexpected(SourcePosition at, Party party, SipMessage message) {
    OptionalInt status = message.status();
    String what =
        status.isPresent() ? message.startLine() + " to " + message.method() : message.startLine();
    return Finding.of(
        FindingKind.UNEXPECTED,
        at,
        "nothing more for " + party.name(),
        party.name() + " received " + what);
  }
}
