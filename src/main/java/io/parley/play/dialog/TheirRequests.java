package io.parley.play.dialog;

import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the other side asked of one party, and what it has not been answered yet. */
public final class TheirRequests {
  private final List<Arrival> unanswered = new ArrayList<>();
  private final Set<String> callIds = new HashSet<>();
  private Arrival incoming;
  private boolean answeredIncoming;
  private boolean cancelled;

  /**
   * A request arrived.
   *
   * @param inDialog whether there is a dialog of the call
   */
  void received(Arrival arrival, boolean inDialog) {
    SipMessage request = arrival.message();
    callIds.add(request.callId());
    switch (request.method()) {
      case "ACK" -> {}
      case "CANCEL" -> cancelled = true;
      case "INVITE" -> {
        incoming = incoming == null && !inDialog ? arrival : incoming;
        unanswered.add(arrival);
      }
      default -> unanswered.add(arrival);
    }
  }

  /** A response of ours left. */
  void responded(Arrival request, int status) {
    if (status >= 200) {
      unanswered.remove(request);
      answeredIncoming |= request == incoming;
    }
  }

  /** The INVITE that began the call. */
  public Optional<Arrival> incoming() {
    return Optional.ofNullable(incoming);
  }

  /** Whether it is the INVITE that began the call. */
  public boolean isFirst(Arrival arrival) {
    return arrival == incoming;
  }

  /** The Call-IDs of the calls that came. */
  public Set<String> callIds() {
    return Set.copyOf(callIds);
  }

  /** Whether the call was cancelled. */
  public boolean isCancelled() {
    return cancelled;
  }

  /** The last of the requests received that have no final answer of ours. */
  public Optional<Arrival> unanswered(Predicate<SipMessage> which) {
    return unanswered.stream()
        .filter(a -> which.test(a.message()))
        .reduce((first, second) -> second);
  }

  /** The same among those of a method. */
  public Optional<Arrival> unanswered(String method) {
    return unanswered(m -> m.method().equals(method));
  }

  /** Whether the INVITE that began the call waits for a final answer of ours. */
  public boolean isPending() {
    return incoming != null && !answeredIncoming;
  }

  /** Whether a final answer to it left. */
  boolean isAnswered() {
    return answeredIncoming;
  }
}
