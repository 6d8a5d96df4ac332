package io.parley.play.stage;

import io.parley.sip.Arrival;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.TlsFailure;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Puts every message through to the call it belongs to, by Call-ID; a new INVITE by the
 * correlation. Runs on socket threads: lookups and enqueueing only.
 */
public final class Switchboard implements SipListener {
  private static final int STRAYS_KEPT = 200;

  private final Map<String, Line> lines = new ConcurrentHashMap<>();
  private final CalledLines called = new CalledLines();

  /** The From tag of the INVITE that made a call to us. */
  private final Map<String, String> tags = new ConcurrentHashMap<>();

  private final Queue<Refused> refused = new ConcurrentLinkedQueue<>();
  private final Deque<Arrival> strays = new ArrayDeque<>();
  private volatile Correlator correlator = new Correlator(Optional.empty());
  private volatile Function<Arrival, Handling> operator = arrival -> Handling.DELIVER;

  /** The servers that calls come to; without it there is one. */
  void servers(Function<Flow, String> names) {
    called.tellApart(names);
  }

  /** Rules for calls that reach our callees. */
  void correlateBy(Correlator byRule) {
    correlator = byRule;
  }

  /** Who answers requests that belong to no case. */
  void operator(Function<Arrival, Handling> answers) {
    operator = answers;
  }

  /** From now on messages of our calls with that Call-ID go there. */
  public void connect(String callId, Line line) {
    lines.put(callId, line);
  }

  /** From now on messages of a call that came with that Call-ID go there. */
  public void connectCalled(String callId, Line line) {
    called.all(callId, line);
  }

  /** Nobody cares about that call any more. */
  void forget(String callId) {
    lines.remove(callId);
  }

  @Override
  public Handling arrived(Arrival arrival) {
    SipMessage message = arrival.message();
    if (begins(message)) {
      began(message, arrival.frame().flow());
    }
    Line line = line(message, called.of(message.callId(), arrival.frame().flow()), true);
    if (line != null) {
      return line.arrived(arrival);
    }
    if (!message.method().equals("OPTIONS")) {
      keep(arrival); // an SBC that asks whether we are there explains nothing
    }
    if (message.isRequest() && !message.method().equals("ACK")) {
      return operator.apply(arrival);
    }
    return Handling.DELIVER;
  }

  /** A call came: to the case that waits for it, or once more to a line that has it. */
  private void began(SipMessage invite, Flow flow) {
    if (called.at(invite.callId(), flow) != null) {
      return;
    }
    Line line = correlator.find(invite).orElseGet(() -> called.last(invite.callId()));
    if (line != null) {
      called.came(invite.callId(), flow, line);
      tags.put(invite.callId(), invite.fromTag().orElse(""));
    }
  }

  private static boolean begins(SipMessage message) {
    return message.isRequest() && message.method().equals("INVITE") && message.toTag().isEmpty();
  }

  /**
   * The line of a message. A proxy may bring a call of ours back to another of ours with the same
   * Call-ID: then whoever has the From tag of its INVITE calls.
   *
   * @param theirs the line of a call that came; null = there is none
   * @param in whether the message arrived
   */
  private Line line(SipMessage message, Line theirs, boolean in) {
    Line ours = lines.get(message.callId());
    if (theirs == null || ours == null) {
      return theirs == null ? ours : theirs;
    }
    boolean fromCaller = message.fromTag().orElse("").equals(tags.get(message.callId()));
    boolean toCalled = message.isRequest() == fromCaller;
    return toCalled == in ? theirs : ours;
  }

  @Override
  public void left(Frame frame, SipMessage message) {
    Line line = line(message, called.of(message.callId(), frame.flow()), false);
    if (line != null) {
      line.left(frame, message);
    }
  }

  @Override
  public void failed(Flow flow, String callId, String reason) {
    Line line = lines.getOrDefault(callId, called.of(callId, flow));
    if (line != null) {
      line.failed(flow, reason);
    } else if (TlsFailure.isOfTheirCertificate(reason)) {
      refused.add(new Refused(Instant.now(), reason));
      if (refused.size() > STRAYS_KEPT) {
        refused.poll();
      }
    }
  }

  /** A TLS connection whose certificate we did not take. */
  private record Refused(Instant at, String reason) {}

  /** Why we did not take TLS connections since then. */
  public List<String> refusedSince(Instant since) {
    return refused.stream()
        .filter(r -> !r.at().isBefore(since))
        .map(Refused::reason)
        .distinct()
        .toList();
  }

  @Override
  public void timedOut(SipMessage request) {
    Line line = line(request, called.last(request.callId()), false);
    if (line != null) {
      line.timedOut(request);
    }
  }

  private void keep(Arrival arrival) {
    synchronized (strays) {
      strays.addLast(arrival);
      if (strays.size() > STRAYS_KEPT) {
        strays.removeFirst();
      }
    }
  }

  /**
   * What came from there since then and belonged to no call: the material of "why is there no
   * answer".
   */
  public List<Arrival> straysFrom(InetSocketAddress remote, Instant since) {
    synchronized (strays) {
      return strays.stream()
          .filter(a -> a.frame().flow().remote().getAddress().equals(remote.getAddress()))
          .filter(a -> !a.frame().time().isBefore(since))
          .toList();
    }
  }
}
