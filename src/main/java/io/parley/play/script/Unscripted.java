package io.parley.play.script;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.play.agent.Cast;
import io.parley.play.agent.Event;
import io.parley.play.agent.ImplicitCallee;
import io.parley.play.agent.Party;
import io.parley.play.stage.Correlator;
import io.parley.play.stage.NumberPool;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;

/**
 * What happens without the script saying so: answers to challenges, the turn of another server, ACK
 * to 2xx, answers to requests that no step will answer.
 */
final class Unscripted {
  private final Case played;
  private final NumberPool.Lease lease;
  private final Cast cast;
  private final List<StepRun> steps;
  private final Receiving receiving;
  private final List<Finding> findings;
  private final List<String> notes;

  Unscripted(
      Case played,
      NumberPool.Lease lease,
      Cast cast,
      List<StepRun> steps,
      Receiving receiving,
      List<Finding> findings,
      List<String> notes) {
    this.played = played;
    this.lease = lease;
    this.cast = cast;
    this.steps = steps;
    this.receiving = receiving;
    this.findings = findings;
    this.notes = notes;
  }

  /**
   * Settles what is none of the script's business.
   *
   * @param stopped whether the script is over
   * @return whether nothing of it is left for the script
   */
  boolean settles(Event.Arrived arrived, boolean stopped) {
    Party party = arrived.party();
    SipMessage message = arrived.arrival().message();
    return !arrived.again()
        && (challenge(party, message, stopped) || unavailable(party, message, stopped));
  }

  /** Does what an actor does by itself, once the message has been taken notice of. */
  void react(Event.Arrived arrived, boolean stopped) {
    Party party = arrived.party();
    SipMessage message = arrived.arrival().message();
    Optional<ImplicitCallee> implicit = cast.implicit(party);
    if (implicit.isPresent()) {
      implicit.get().react(arrived);
      return;
    }
    boolean scripted =
        isSilent(party, message)
            || !stopped
                && new StepsAhead(steps)
                    .say(party.name(), message, party.leg().offers().collides(message));
    boolean kept = !stopped && receiving.keeps(party, message);
    party.agent().reflexes().react(arrived, scripted, kept);
  }

  /** A challenge that no step waits for is answered; one that cannot be is explained. */
  private boolean challenge(Party party, SipMessage message, boolean stopped) {
    if (!message.isResponse() || !stopped && receiving.awaits(party, message)) {
      return false;
    }
    boolean answered = party.agent().authentication().answer(message);
    if (!answered) {
      party
          .agent()
          .authentication()
          .unanswered(message)
          .map(n -> party.name() + ": " + n)
          .ifPresent(notes::add);
    }
    return answered;
  }

  /** A server that is switched off answers nobody who asks for it. */
  private static boolean isSilent(Party party, SipMessage message) {
    return party.isSilent() && message.isRequest() && message.method().equals("OPTIONS");
  }

  /** A 503 that no step waits for is another server's turn. */
  private boolean unavailable(Party party, SipMessage message, boolean stopped) {
    return message.isResponse()
        && !stopped
        && party.isCaller()
        && !receiving.awaits(party, message)
        && party.agent().failover().after(message);
  }

  /**
   * A call that reaches the right number from the wrong caller is another case's call.
   *
   * @return whether it is, and a finding says so
   */
  boolean misdirected(Event.Arrived arrived) {
    SipMessage message = arrived.arrival().message();
    if (arrived.again()
        || !lease.verifiesCalling()
        || !message.isRequest()
        || !message.method().equals("INVITE")
        || message.toTag().isPresent()) {
      return false;
    }
    String from = Correlator.user(message.first("From").orElse(""));
    List<String> calling = cast.calling();
    if (calling.isEmpty() || calling.contains(from)) {
      return false;
    }
    findings.add(
        Finding.of(
            FindingKind.MISDIRECTED,
            played.scenario().at(),
            "the call from " + String.join(" or ", calling) + " at " + arrived.party().called(),
            "a call from " + from + " arrived there: the target connected two calls crosswise"));
    return true;
  }
}
