package io.parley.scenario.write;

import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Control;
import io.parley.model.Expectation;
import io.parley.model.Expectations;
import io.parley.model.Outcome;
import io.parley.model.ReceiveStep;
import io.parley.model.Scenario;
import io.parley.model.StatusPattern;
import io.parley.scenario.offer.BaseOffers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses what a profile is expected to do, and which good call must prove it. */
public final class CaseWriter {
  /** What every shipped profile accepts, for refusals whose own offer has no base. */
  private static final String GOOD_UNDER_PROFILES = "secure-ice";

  private static final String GOOD_WITHOUT_PROFILE = "plain";

  private final BaseOffers bases;

  /** A writer for a file that may use these base offers. */
  public CaseWriter(BaseOffers bases) {
    this.bases = bases;
  }

  /** The case of a scenario under a profile and its ancestors, nearest first. */
  public Case write(CaseId id, Scenario scenario, List<String> chain, Optional<String> skip) {
    Map<String, Expectation> chosen = new LinkedHashMap<>();
    Optional<String> reason = skip;
    for (Map.Entry<String, Expectations> e : scenario.expect().entrySet()) {
      Optional<Expectation> one = e.getValue().forProfile(chain);
      one.ifPresent(x -> chosen.put(e.getKey(), x));
      if (one.isEmpty() && reason.isEmpty()) {
        reason = Optional.of(missing(chain));
      }
    }
    return new Case(id, withControl(scenario, chosen, !chain.isEmpty()), chosen, reason);
  }

  private static String missing(List<String> chain) {
    return chain.isEmpty()
        ? "expectations are by profile, and the target has none (choose one with --profile)"
        : "no expectation for " + chain.get(0);
  }

  private Scenario withControl(
      Scenario scenario, Map<String, Expectation> chosen, boolean underProfile) {
    boolean needed =
        !(scenario.control() instanceof Control.None) && expectsRefusal(scenario, chosen);
    String good = underProfile ? GOOD_UNDER_PROFILES : GOOD_WITHOUT_PROFILE;
    Optional<Scenario.ControlOffer> offer =
        scenario
            .controlOffer()
            .or(() -> bases.base(good).map(o -> new Scenario.ControlOffer(good, o)))
            .filter(o -> needed);
    return scenario.but().controlOffer(offer).build();
  }

  /**
   * A refusal that only the target can have made: with a scripted callee the script itself shows
   * that the call got through.
   */
  private static boolean expectsRefusal(Scenario scenario, Map<String, Expectation> chosen) {
    if (chosen.values().stream().flatMap(e -> e.any().stream()).anyMatch(CaseWriter::isRefusal)) {
      return true;
    }
    return !scenario.hasCallee()
        && scenario.steps().stream()
            .anyMatch(s -> s instanceof ReceiveStep.Response r && isRefusal(r.status()));
  }

  private static boolean isRefusal(Outcome outcome) {
    return !outcome.repaired() && isRefusal(outcome.status());
  }

  private static boolean isRefusal(List<StatusPattern> status) {
    return status.stream()
        .anyMatch(
            s ->
                s instanceof StatusPattern.Silence
                    || s instanceof StatusPattern.NoConnection
                    || s instanceof StatusPattern.Code c && c.status() >= 300
                    || s instanceof StatusPattern.StatusClass k && k.digit() >= 3);
  }
}
