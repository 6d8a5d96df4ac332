package io.parley.play.agent;

import io.parley.wire.Flow;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** The servers of a target that a request may go to, one after the other (RFC 3263 §4.3). */
public final class Servers {
  private final List<InetSocketAddress> all;
  private final List<String> notes = new ArrayList<>();
  private int at;

  /**
   * Starts at the first.
   *
   * @param all in the order to try; not empty
   */
  Servers(List<InetSocketAddress> all) {
    this.all = List.copyOf(all);
  }

  /** The one to send to now. */
  public InetSocketAddress current() {
    return all.get(at);
  }

  /** Whether there is another to go on to. */
  boolean hasNext() {
    return at + 1 < all.size();
  }

  /** Goes on to the next, for that reason; false where there is none. */
  boolean next(String why) {
    if (!hasNext()) {
      return false;
    }
    String from = Flow.text(current());
    at++;
    notes.add(from + ": " + why + "; went on to " + Flow.text(current()) + " (RFC 3263 §4.3)");
    return true;
  }

  /** Whether that one was given up already: what is still heard of it does not matter. */
  public boolean isPassed(InetSocketAddress server) {
    return !server.equals(current()) && all.subList(0, at).contains(server);
  }

  /** What became of the ones before. */
  List<String> notes() {
    return List.copyOf(notes);
  }
}
