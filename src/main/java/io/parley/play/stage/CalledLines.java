package io.parley.play.stage;

import io.parley.wire.Flow;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The lines of calls that came, by Call-ID and by the server of ours that they came to: a proxy
 * that goes on to the next server leaves Call-ID and tags as they were (RFC 3261 §16.6).
 * Thread-safe.
 */
final class CalledLines {
  private final Map<String, Line> latest = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Line>> byPlace = new ConcurrentHashMap<>();
  private final Map<String, Line> over = new ConcurrentHashMap<>();
  private volatile Function<Flow, String> places = flow -> "";

  /**
   * From now on servers are told apart.
   *
   * @param names a name for the server at our end of a flow; empty text = it is none
   */
  void tellApart(Function<Flow, String> names) {
    places = names;
  }

  /** The line of a call that came to the server at that flow; null = it did not come there. */
  Line at(String callId, Flow flow) {
    Line wherever = over.get(callId);
    return wherever != null
        ? wherever
        : byPlace.getOrDefault(callId, Map.of()).get(places.apply(flow));
  }

  /** The same; a message over a connection of our own is of the call that came last. */
  Line of(String callId, Flow flow) {
    Line there = at(callId, flow);
    return there != null ? there : latest.get(callId);
  }

  /** The line of the call with that Call-ID that came last; null = there is none. */
  Line last(String callId) {
    return latest.get(callId);
  }

  /** A call came. */
  void came(String callId, Flow flow, Line line) {
    latest.put(callId, line);
    byPlace.computeIfAbsent(callId, c -> new ConcurrentHashMap<>()).put(places.apply(flow), line);
  }

  /** Whatever still comes with that Call-ID goes there, wherever it comes. */
  void all(String callId, Line line) {
    over.put(callId, line);
    latest.put(callId, line);
    byPlace.remove(callId);
  }
}
