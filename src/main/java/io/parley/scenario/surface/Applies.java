package io.parley.scenario.surface;

import io.parley.model.Capability;
import io.parley.model.Doc;
import io.parley.scenario.context.LoadContext;
import io.parley.yaml.Located;
import io.parley.yaml.OneOrMany;
import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a scenario is for, as written; elsewhere its cases are skipped and say why. */
@Doc("What the scenario is for; elsewhere it is skipped, and the reason is told.")
public record Applies(
    @Doc("Only under these profiles, and those that extend them.") @OneOrMany
        List<Located<String>> profile,
    @Doc("Only at the targets of these names.") @OneOrMany List<String> target,
    @Doc("Only at targets that can do all of this.") @OneOrMany List<Capability> capability) {
  /** Everywhere. */
  public static final Applies ALWAYS = new Applies(List.of(), List.of(), List.of());

  /** Notes profiles that there are not. */
  public void check(LoadContext context, Problems problems) {
    for (Located<String> p : profile) {
      if (!context.profiles().containsKey(p.value())) {
        problems.add(
            p.at(),
            "when: unknown profile '" + p.value() + "'",
            Suggestion.hint(p.value(), "Profiles", context.profiles().keySet()));
      }
    }
  }

  /**
   * Why a case is not played.
   *
   * @param chain its profile and what that extends; empty = without a profile
   */
  public Optional<String> objection(LoadContext context, List<String> chain) {
    boolean mine =
        profile.isEmpty() || profile.stream().map(Located::value).anyMatch(chain::contains);
    if (!mine) {
      String only = profile.stream().map(Located::value).collect(Collectors.joining(", "));
      return Optional.of(
          "only for " + only + (chain.isEmpty() ? ", and played without a profile" : ""));
    }
    String name = context.target().getOrDefault("name", "");
    if (!target.isEmpty() && !target.contains(name)) {
      return Optional.of("only at the target " + String.join(", ", target) + ", not at " + name);
    }
    return capability.stream()
        .filter(c -> !context.capabilities().contains(c))
        .findFirst()
        .map(c -> "needs " + c + ", which is not among the capabilities of " + name);
  }
}
