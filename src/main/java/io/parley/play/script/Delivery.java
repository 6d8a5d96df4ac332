package io.parley.play.script;

import io.parley.model.Finding;
import io.parley.model.SourcePosition;
import io.parley.play.agent.Cast;
import io.parley.play.agent.Event;
import io.parley.play.agent.Party;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who gets a message that arrived: first what an actor does by itself, then the steps; what no step
 * takes yet is kept.
 */
final class Delivery {
  /** How long a far leg may still come up after the caller was refused. */
  private static final Duration GRACE = Duration.ofMillis(300);

  private final Cast cast;
  private final Unscripted unscripted;
  private final Forbidden forbidden;
  private final Receiving receiving;
  private final Patience patience;
  private final Curtain curtain;
  private final List<Finding> findings;

  Delivery(
      Cast cast,
      Unscripted unscripted,
      Forbidden forbidden,
      Receiving receiving,
      Patience patience,
      Curtain curtain,
      List<Finding> findings) {
    this.cast = cast;
    this.unscripted = unscripted;
    this.forbidden = forbidden;
    this.receiving = receiving;
    this.patience = patience;
    this.curtain = curtain;
    this.findings = findings;
  }

  /** A message arrived. */
  void arrived(Event.Arrived arrived) {
    Party party = arrived.party();
    boolean settled = automatic(arrived);
    if (!settled && !arrived.again() && cast.implicit(party).isEmpty()) {
      curtain.fallsIf(forbidden.broken(party, arrived.arrival()));
      receive(party, arrived);
    }
  }

  /** What was kept for a party is offered to its steps once more. */
  void kept(Party party) {
    party.backlog().take().forEach(earlier -> receive(party, earlier));
  }

  /**
   * What happens without the script saying so.
   *
   * @return whether nothing of it is left for the script
   */
  boolean automatic(Event.Arrived arrived) {
    if (unscripted.settles(arrived, curtain.isDown())) {
      return true;
    }
    arrived.party().leg().received(arrived.arrival(), arrived.again());
    curtain.fallsIf(unscripted.misdirected(arrived));
    unscripted.react(arrived, curtain.isDown());
    return false;
  }

  private void receive(Party party, Event.Arrived arrived) {
    if (curtain.isDown()) {
      party.backlog().add(arrived);
      return;
    }
    switch (receiving.offer(party, arrived)) {
      // What came too early for its step may fit now: 487 may overtake the 200 to CANCEL.
      case TAKEN -> kept(party);
      case WRONG -> curtain.fallsIf(true);
      case NOT_YET -> {
        party.backlog().add(arrived);
        refusedEarly(party, arrived.arrival().message());
      }
    }
  }

  /**
   * The only caller was refused while another actor still waits for the call: it will not come.
   * Where several call, it may be another's.
   */
  private void refusedEarly(Party party, SipMessage message) {
    boolean refused = party.isCaller() && message.isResponse() && message.status().orElse(0) >= 300;
    boolean only = cast.all().stream().filter(Party::isCaller).count() == 1;
    if (refused && only && message.method().equals("INVITE")) {
      patience.hurry(party, message, Instant.now().plus(GRACE));
    }
  }

  /**
   * What arrived and no step asked for.
   *
   * @param at where the scenario starts
   */
  void leftovers(SourcePosition at) {
    boolean failedBefore = !findings.isEmpty();
    for (Party party : cast.all()) {
      for (Event.Arrived arrived : party.backlog().take()) {
        SipMessage message = arrived.arrival().message();
        if (!Leftovers.tolerated(party, message) && !failedBefore) {
          findings.add(Leftovers.unexpected(at, party, message));
        }
      }
    }
  }
}
