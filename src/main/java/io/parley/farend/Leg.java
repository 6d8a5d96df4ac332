package io.parley.farend;

import io.parley.sdp.SdpSession;
import io.parley.sip.Dialog;
import io.parley.sip.SipUri;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** One side of a call: a dialog of our own and what is under way in it. One thread at a time. */
final class Leg {
  /** The call it is of; who transfers it leaves it for one of its own. */
  Call call;

  /** Whether the caller is at its other end. */
  final boolean callers;

  final String localTag;
  final Transport transport;
  int mediaPort;

  /** Whether its offers are for the far end, which the profile speaks for. */
  final boolean judged;

  /** Where the messages of the other side come from. */
  final InetSocketAddress flow;

  /** The leg to the other side of the call; null when we are the far end ourselves. */
  Leg peer;

  /** The dialog; null until a response made one. */
  Dialog dialog;

  /** INVITE from this side that has no final response yet. */
  Passage incoming;

  /** INVITE towards this side that has no final response yet. */
  Passage outgoing;

  /** UPDATE from this side that has no final response yet. */
  Passage updating;

  /** What carries an offer from this side that has no answer yet; null = none. */
  Passage offered;

  /** The reliable provisional responses that go out to this side. */
  final Numbering numbering = new Numbering();

  /** A 2xx of ours that waits for its ACK; null = none. */
  Confirmation confirmation;

  /** Highest CSeq seen from the other side. */
  long remoteCseq;

  /** Our session description's id and version, where we answer ourselves. */
  SdpSession session = SdpSession.fresh();

  /** The session timer; null = none was agreed. */
  SessionClock clock;

  /** What becomes of the call by its number; null = as the profile says. */
  Treatment treatment;

  /** What happens once our 2xx is acknowledged. */
  Runnable whenConfirmed = () -> {};

  /** The session description that went to this side last; null = none yet. */
  Speaker.Body described;

  /** Whether its peer is another than the one that it was first described to. */
  boolean joined;

  /** Whether its other side said that it rings, without media of its own. */
  boolean rang;

  /** Whether the dialog has been ended. */
  boolean over;

  Leg(
      Call call,
      boolean callers,
      String localTag,
      Transport transport,
      InetSocketAddress flow,
      int mediaPort,
      boolean judged) {
    this.judged = judged;
    this.call = call;
    this.callers = callers;
    call.legs.add(this);
    this.localTag = localTag;
    this.transport = transport;
    this.flow = flow;
    this.mediaPort = mediaPort;
  }

  /** A leg of the same call on the same side, for another dialog. */
  Leg fork(String tag, int port) {
    Leg out = new Leg(call, callers, tag, transport, flow, port, judged);
    out.described = described;
    return out;
  }

  /** Makes two legs each other's peers. */
  static void pair(Leg one, Leg other) {
    one.peer = other;
    other.peer = one;
  }

  /** Whether such a request still has something to be about: a subscription outlives the call. */
  boolean takes(String method) {
    return !over || method.equals("NOTIFY") && call.referred;
  }

  /** The key under which requests of the other side find this leg. */
  String key() {
    return key(dialog.callId(), localTag, dialog.remoteTag());
  }

  static String key(String callId, String ourTag, String theirTag) {
    return callId + "|" + ourTag + "|" + theirTag;
  }

  /**
   * Where the next request goes: the first route or the Contact when that is a loopback address,
   * else the flow of the dialog; a stream's connection as long as it is open (RFC 5923). A name
   * that is only text is never looked up.
   *
   * @param open whether the connection by which the other side came is still there
   */
  InetSocketAddress hop(boolean open) {
    if (transport.isStream() && open) {
      return flow;
    }
    return dialog
        .nextHop()
        .flatMap(SipUri::address)
        .filter(a -> isLoopback(a.getAddress()))
        .orElse(flow);
  }

  private static boolean isLoopback(InetAddress address) {
    return address != null && address.isLoopbackAddress();
  }
}
