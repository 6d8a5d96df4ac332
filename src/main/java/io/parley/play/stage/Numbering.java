package io.parley.play.stage;

import io.parley.model.Actor;
import io.parley.model.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which numbers the actors of one case have. */
public final class Numbering {
  private final Scenario scenario;
  private final Stage stage;
  private final List<NumberPool.Lease> leases;

  /** Hands the leased numbers to the actors, in the order of the script. */
  public Numbering(Scenario scenario, Stage stage, List<NumberPool.Lease> leases) {
    this.scenario = scenario;
    this.stage = stage;
    this.leases = leases;
  }

  /** Each user agent of a side has numbers of its own; its dialogs share them. */
  public NumberPool.Lease lease(Actor actor) {
    if (isRedundant(actor)) {
      return leases.get(leases.size() - 1);
    }
    boolean one = actor.side() == Actor.Side.FAR && !stage.correlator().byCalledNumber();
    int at = Math.max(0, persons(scenario, actor.side()).indexOf(actor.person()));
    return leases.get(one || at >= leases.size() ? 0 : at);
  }

  /** User agents of a side, by name, in the order of the script. */
  private static List<String> persons(Scenario scenario, Actor.Side side) {
    return scenario.actors().values().stream()
        .filter(a -> a.side() == side)
        .map(Actor::person)
        .distinct()
        .toList();
  }

  /** How many numbers a scenario has on one side at once. */
  public static int needed(Scenario scenario) {
    int near = persons(scenario, Actor.Side.NEAR).size();
    return Math.max(1, Math.max(near, persons(scenario, Actor.Side.FAR).size()));
  }

  /** Whether a scenario needs a trunk of two servers for itself. */
  public static boolean redundant(Scenario scenario) {
    return scenario.actors().values().stream().anyMatch(Numbering::isRedundant);
  }

  private static boolean isRedundant(Actor actor) {
    return actor.number().filter(Actor.REDUNDANT::equals).isPresent();
  }

  /** How many calls a scenario makes at most at once: one for each dialog that an actor begins. */
  public static int calls(Scenario scenario) {
    long made =
        scenario.actors().values().stream().filter(a -> a.role() == Actor.Role.CALLER).count();
    return Math.max(1, (int) made);
  }

  /** The actor with the number it has: whoever has the target's usual one has its leased one. */
  public Actor numbered(Actor actor) {
    if (!isUsual(actor)) {
      return actor;
    }
    boolean near = actor.side() == Actor.Side.NEAR;
    String leased = near ? lease(actor).calling() : lease(actor).called();
    return actor.withNumber(Optional.of(leased).filter(n -> !n.isEmpty()));
  }

  private boolean isUsual(Actor actor) {
    Map<String, String> numbers = stage.target().numbers();
    return actor.number().isEmpty()
        || actor.number().get().matches("\\$\\{numbers\\.(caller|callee|redundant)}")
        || actor.role() == Actor.Role.CALLER
            && actor.number().equals(Optional.ofNullable(numbers.get("caller")));
  }

  /**
   * The numbers that its calls come from; empty where the script chose one itself.
   *
   * @param called the number of an actor
   */
  public List<String> calling(Function<Actor, String> called) {
    List<Actor> callers =
        scenario.actors().values().stream().filter(a -> a.role() == Actor.Role.CALLER).toList();
    return callers.stream().allMatch(this::isUsual)
        ? callers.stream().map(called).distinct().toList()
        : List.of();
  }
}
