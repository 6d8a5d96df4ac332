package io.parley.farend;

/**
 * Transfers that are asked of us in calls that we treat (RFC 3515): we call nobody at another's
 * word, but say that it came off, so that the other side goes on as after a transfer.
 */
final class Transfers {
  private final ReferSubscription subscription;

  Transfers(Desk desk) {
    this.subscription = new ReferSubscription(desk);
  }

  /** Takes a REFER: 202, and what becomes of it in two NOTIFYs, one after the other (§2.4.4). */
  void take(Passage passage) {
    Leg leg = passage.from;
    subscription.accept(passage);
    subscription.trying(leg, () -> subscription.ended(leg, 200, () -> {}));
  }
}
