package io.parley.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One scenario in one matrix cell, in the long form: what is written short has been written out,
 * bases are resolved, variables filled in.
 *
 * <p>What the target fills in only when the case is played stays in the text: {@code
 * ${numbers.callee}}, the number leased to the case.
 *
 * @param at where the file starts
 * @param id stable name, {@code [a-z0-9-]+}
 * @param title one sentence
 * @param category the folder it lies in, for example {@code srtp}
 * @param requirement what must hold, in our words
 * @param severity how much it matters
 * @param tags free words to select by
 * @param sources documents and sections
 * @param actors by name, in file order
 * @param steps top to bottom
 * @param expect by name; the unnamed one has the empty name
 * @param control what must work for a refusal to count
 * @param controlOffer the base offer of the caller before this scenario's own mutations; empty =
 *     the scenario makes no call or has no base
 * @param malformed whether something malformed is sent, so that the target is asked afterwards
 *     whether it is alive
 * @param text the file as written, for the evidence
 * @param diagnosis what it usually means when it fails, the first that fits counts
 */
public record Scenario(
    SourcePosition at,
    String id,
    String title,
    String category,
    Optional<String> requirement,
    Severity severity,
    List<String> tags,
    List<String> sources,
    Map<String, Actor> actors,
    List<Step> steps,
    Map<String, Expectations> expect,
    Control control,
    Optional<ControlOffer> controlOffer,
    boolean malformed,
    String text,
    List<Advice> diagnosis) {

  /** A scenario to be filled in. */
  public static ScenarioBuilder of(SourcePosition at, String id, String title, String category) {
    return new ScenarioBuilder(at, id, title, category);
  }

  /** A copy to be changed. */
  public ScenarioBuilder but() {
    return new ScenarioBuilder(this);
  }

  /**
   * The good call of a negative case.
   *
   * @param name name of the base
   * @param offer the base, resolved
   */
  public record ControlOffer(String name, OfferSpec offer) {}

  /** Whether somebody on the far end's side calls, which not every target routes. */
  public boolean callsInward() {
    return actors.values().stream().anyMatch(Actor::isInward);
  }

  /** Whether somebody is scripted on the far end's side, or what reached it is looked at. */
  public boolean playsFarEnd() {
    return actors.values().stream().anyMatch(a -> a.side() == Actor.Side.FAR)
        || steps.stream()
            .anyMatch(s -> s instanceof Step.Check c && c.comparison().names(Actor.FAR_END));
  }

  /** Whether a callee is scripted, so that the case needs the far end to be ours. */
  public boolean hasCallee() {
    return actors.values().stream().anyMatch(a -> a.role() == Actor.Role.CALLEE);
  }
}
