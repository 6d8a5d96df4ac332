package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.play.dialog.Leg;
import io.parley.play.message.Identity;
import io.parley.play.message.Outbox;
import io.parley.play.stage.Stage;
import io.parley.sip.Credentials;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;

/**
 * What a party acts with once it is on the network: its call, and all that a user agent does on it,
 * by the script and by itself.
 */
public final class UserAgent {
  private final Call call;
  private final Performer performer;
  private final Acknowledgement acknowledgement;
  private final Reflexes reflexes;
  private final Authentication authentication;
  private final Failover failover;

  private UserAgent(Stage stage, Actor actor, Call call, Addressees addressees) {
    this.call = call;
    this.acknowledgement = new Acknowledgement(actor, call);
    this.performer = new Performer(actor, call, acknowledgement, addressees);
    this.reflexes = new Reflexes(actor, call, acknowledgement);
    this.failover = new Failover(call);
    this.authentication =
        new Authentication(
            call, stage.target().credentials().map(c -> new Credentials(c.user(), c.password())));
  }

  /**
   * A user agent of that subscriber.
   *
   * @param callId of the calls it makes
   * @param addressees who is called by what stands in {@code to}
   */
  static UserAgent of(
      Subscriber who,
      Production production,
      String callId,
      SipEndpoint endpoint,
      Leg leg,
      Servers servers,
      Addressees addressees) {
    Identity identity =
        new Identity(
            () -> leg.flow().map(Flow::transport).orElse(who.transport()),
            endpoint::address,
            production.stage().target().local(),
            who.targetHost());
    Outbox outbox = new Outbox(callId, identity, who.lease(), who.number(), production.captures());
    Call call = new Call(leg, outbox, endpoint, who.transport(), servers, who.number());
    return new UserAgent(production.stage(), who.actor(), call, addressees);
  }

  /** Its call. */
  Call call() {
    return call;
  }

  /** How it performs what the script sends. */
  Performer performer() {
    return performer;
  }

  /** Its ACKs. */
  public Acknowledgement acknowledgement() {
    return acknowledgement;
  }

  /** What it does by itself. */
  public Reflexes reflexes() {
    return reflexes;
  }

  /** How it says who it is. */
  public Authentication authentication() {
    return authentication;
  }

  /** How it goes on to the target's next server. */
  public Failover failover() {
    return failover;
  }

  /** The stack acknowledged a refusal: what waited for that may go. */
  public void acknowledged(SipMessage ack) {
    call.leg().own().lastInvite().refusalAcknowledged(ack);
    authentication.acknowledged();
    failover.acknowledged();
  }
}
