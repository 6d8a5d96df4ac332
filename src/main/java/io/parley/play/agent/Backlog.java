package io.parley.play.agent;

import java.util.ArrayList;
import java.util.List;

/** What came for steps of one party that are still ahead. Belongs to the case's worker. */
public final class Backlog {
  private final List<Event.Arrived> kept = new ArrayList<>();

  Backlog() {}

  /** Keeps a message. */
  public void add(Event.Arrived arrived) {
    kept.add(arrived);
  }

  /** Hands out what was kept, oldest first, and forgets it. */
  public List<Event.Arrived> take() {
    List<Event.Arrived> out = List.copyOf(kept);
    kept.clear();
    return out;
  }

  /** Forgets the messages of that method. */
  void forget(String method) {
    kept.removeIf(e -> e.arrival().message().method().equals(method));
  }
}
