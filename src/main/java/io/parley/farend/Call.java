package io.parley.farend;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** A call: a leg to the caller and one to the far end, and a pair more for each fork. */
final class Call {
  /** Every leg; those that face each other are each other's peers. */
  final List<Leg> legs = new ArrayList<>();

  /** Whether a REFER crossed it: NOTIFYs of that subscription may come after a BYE. */
  boolean referred;

  /** The transfer of it that is under way; null = none. */
  Referral referral;

  /** Whose channel it takes: who called, or is called. */
  final InetAddress peer;

  /** Whether it takes no channel any more. */
  boolean over;

  Call(InetAddress peer) {
    this.peer = peer;
  }
}
