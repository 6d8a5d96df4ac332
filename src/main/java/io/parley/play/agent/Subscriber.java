package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.play.stage.NumberPool;
import io.parley.play.stage.Stage;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An actor as the target knows it: the side it is on, its numbers, the way its requests come. */
final class Subscriber {
  private final Actor actor;
  private final NumberPool.Lease lease;
  private final Stage stage;
  private final Optional<String> profile;
  private final Transport transport;

  /** An actor with the numbers leased to it, at the target of that run. */
  Subscriber(Actor actor, NumberPool.Lease lease, Stage stage, Optional<String> profile) {
    this.actor = actor;
    this.lease = lease;
    this.stage = stage;
    this.profile = profile;
    this.transport =
        actor
            .transport()
            .map(t -> Transport.valueOf(t.toUpperCase(Locale.ROOT)))
            .orElseGet(stage::transport);
  }

  /** Who it is in the scenario. */
  Actor actor() {
    return actor;
  }

  /** The numbers leased to it. */
  NumberPool.Lease lease() {
    return lease;
  }

  /** Whether it makes its call, and is not called. */
  boolean isCaller() {
    return actor.role() == Actor.Role.CALLER;
  }

  /** Whether it is on the callers' side of the target. */
  boolean isNear() {
    return actor.side() == Actor.Side.NEAR;
  }

  /** The leased number that its calls are from, or to. */
  String number() {
    return isNear() ? lease.calling() : lease.called();
  }

  /** The number it is called by. */
  String called() {
    return actor.number().map(lease::fill).orElseGet(this::number);
  }

  /** What a call to it is recognised by. */
  String key() {
    return isNear() && stage.inward().isNamed() ? called() : lease.key();
  }

  /** A URI at which the target finds it. */
  String uri() {
    return "sip:" + called() + "@" + targetHost();
  }

  /** The host written in Request-URI and To. */
  String targetHost() {
    return stage.target().uriHost(profile);
  }

  /** What its requests go over. */
  Transport transport() {
    return transport;
  }

  /** Where its requests may go, in the order to try. */
  List<InetSocketAddress> places() {
    return stage
        .target()
        .inwardAddress()
        .filter(a -> !isNear())
        .map(List::of)
        .orElseGet(() -> stage.target().addresses(profile, transport));
  }
}
