package io.parley.trial;

import io.parley.model.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The messages that steps await, by what they are called. */
final class Marks {
  private final List<Mark> marks = new ArrayList<>();

  /** Those of a call that the phone makes. */
  static Marks dialled() {
    return new Marks().then("an INVITE", "", Crossed::dials);
  }

  /** Those of a call that the phone makes and we answer. */
  static Marks answered() {
    return dialled()
        .then("an ACK to our 200", "", c -> c.asks("ACK") && c.message().toTag().isPresent());
  }

  /** Those of a call back: refused first, then made by us, and it rings. */
  static Marks calledBack() {
    return dialled().acknowledged().then("180 or 183 to our INVITE", "", c -> rings(c));
  }

  private static boolean rings(Crossed c) {
    return c.answers("INVITE", 180, 199);
  }

  Marks acknowledged() {
    return then("an ACK to our refusal", "", c -> c.asks("ACK"));
  }

  /** It hangs up. */
  Marks hangsUp(String todo) {
    return then("a BYE", todo, c -> c.asks("BYE"));
  }

  /** It takes a BYE of ours. */
  Marks isHungUp(String todo) {
    return then("200 to our BYE", todo, c -> c.answers("BYE", 200, 299));
  }

  /** It changes the call so. */
  Marks changes(String awaited, String todo, Direction... directions) {
    Predicate<Crossed> fits = Checks.directed(directions);
    return then(awaited, todo, c -> c.changes() && fits.test(c));
  }

  /** It answers a request of ours with a status in that range. */
  Marks answers(String awaited, String todo, String method, int from, int to) {
    return then(awaited, todo, c -> c.answers(method, from, to));
  }

  Marks then(String awaited, String todo, Predicate<Crossed> isIt) {
    marks.add(new Mark(awaited, todo, isIt));
    return this;
  }

  List<Mark> list() {
    return List.copyOf(marks);
  }
}
