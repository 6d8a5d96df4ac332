package io.parley.farend;

import io.parley.sip.SipMessage;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is under way, by the keys messages find it with. One thread at a time. */
final class CallTable {
  /** More is forgotten before its time, the oldest first: a flood must not fill the memory. */
  private static final int MOST_LINGERING = 50_000;

  private final Map<String, Leg> legs = new HashMap<>();
  private final Map<String, Passage> sent = new HashMap<>();
  private final Map<String, Passage> received = new HashMap<>();
  private final Map<String, String> seen = new HashMap<>();
  private final Deque<Expiry> expiries = new ArrayDeque<>();
  private final long linger;
  private final Map<InetAddress, Integer> byPeer = new HashMap<>();
  private int up;

  private record Expiry(long deadline, Runnable work) {}

  /**
   * An empty table.
   *
   * @param lingerNanos how long what is over is still known, for repetitions
   */
  CallTable(long lingerNanos) {
    this.linger = lingerNanos;
  }

  /** Calls that take a channel. */
  int up() {
    return up;
  }

  /** Of those the ones of a peer. */
  int up(InetAddress peer) {
    return byPeer.getOrDefault(peer, 0);
  }

  /** How many things are known. */
  int size() {
    return legs.size() + sent.size() + received.size() + seen.size();
  }

  void began(Call call) {
    up++;
    byPeer.merge(call.peer, 1, Integer::sum);
  }

  void ended(Call call) {
    if (!call.over) {
      call.over = true;
      up--;
      byPeer.computeIfPresent(call.peer, (peer, n) -> n == 1 ? null : n - 1);
    }
  }

  /** Makes a leg findable. */
  void add(Leg leg) {
    legs.putIfAbsent(leg.key(), leg);
  }

  /**
   * The leg that a Replaces header names (RFC 3891 §3), in the words of whoever is on its other
   * end.
   *
   * @param theirTag its from-tag
   */
  Leg named(String callId, String ourTag, String theirTag) {
    return legs.get(Leg.key(callId, ourTag, theirTag));
  }

  /** The leg a request within a dialog is for; null = none. */
  Leg leg(SipMessage request) {
    return legs.get(
        Leg.key(request.callId(), request.toTag().orElse(""), request.fromTag().orElse("")));
  }

  /** The legs that are up. */
  List<Leg> legs() {
    return legs.values().stream().filter(leg -> !leg.over).toList();
  }

  /** Forgets a leg, after a while. */
  void remove(Leg leg) {
    leg.over = true;
    String key = leg.dialog == null ? "" : leg.key();
    later(() -> legs.remove(key, leg));
  }

  /** Makes a passage findable by what answers it. */
  void addSent(Passage passage) {
    sent.put(transaction(passage.sent), passage);
  }

  /** The passage a response answers; null = none. */
  Passage sent(SipMessage response) {
    return sent.get(response.branch().orElse("") + "|" + response.cseqMethod());
  }

  /** The passage whose outgoing request that was; null = none. */
  Passage sentAs(SipMessage request) {
    return sent.get(transaction(request));
  }

  /** Forgets it at once. */
  void dropSent(Passage passage) {
    sent.remove(transaction(passage.sent), passage);
  }

  /** Everything sent for that call and not done. */
  List<Passage> sentFor(String callId) {
    return sent.values().stream().filter(p -> p.sent.callId().equals(callId)).toList();
  }

  /** Makes an INVITE findable by its CANCEL. */
  void addReceived(Passage passage) {
    received.put(transaction(passage.request.message()), passage);
  }

  /** The INVITE a CANCEL means; null = none. */
  Passage received(SipMessage cancel) {
    return received.get(cancel.branch().orElse("") + "|INVITE");
  }

  /** Forgets an INVITE that was answered, after a while. */
  void answered(Passage passage) {
    String key = transaction(passage.request.message());
    later(() -> received.remove(key, passage));
  }

  private static String transaction(SipMessage request) {
    return request.branch().orElse("") + "|" + request.method();
  }

  /** What a request is to those seen before (RFC 3261 §17.2.3, §8.2.2.2). */
  enum Sight {
    NEW,
    REPEATED,
    /** The same request over another path. */
    MERGED
  }

  /** Notes a request. */
  Sight see(SipMessage m) {
    String key =
        String.join(
            "|",
            m.callId(),
            m.fromTag().orElse(""),
            m.toTag().orElse(""),
            m.first("CSeq").orElse("").strip());
    String branch = m.branch().orElse("");
    String before = seen.putIfAbsent(key, branch);
    if (before == null) {
      later(() -> seen.remove(key));
      return Sight.NEW;
    }
    return before.equals(branch) ? Sight.REPEATED : Sight.MERGED;
  }

  /** Does something when what is over need no longer be known. */
  void later(Runnable work) {
    expiries.addLast(new Expiry(System.nanoTime() + linger, work));
    if (expiries.size() > MOST_LINGERING) {
      expiries.removeFirst().work().run();
    }
  }

  /** Does what is due. */
  void expire() {
    long now = System.nanoTime();
    while (!expiries.isEmpty() && expiries.peekFirst().deadline() - now <= 0) {
      expiries.removeFirst().work().run();
    }
  }
}
