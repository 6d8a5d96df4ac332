package io.parley.play;

import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Expectation;
import io.parley.model.Expectations;
import io.parley.model.Outcome;
import io.parley.model.ReceiveStep;
import io.parley.model.Scenario;
import io.parley.model.SendStep;
import io.parley.model.SourcePosition;
import io.parley.model.StatusPattern;
import io.parley.model.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The good call of a negative case: its base offer without the fault, to be accepted. */
final class ControlCall {
  private static final String CALLER = "caller";

  private ControlCall() {}

  /** The call as a case, under the same profile and over the same transport. */
  static Case of(Case negative, Scenario.ControlOffer base) {
    SourcePosition at = negative.scenario().at();
    Optional<String> transport =
        negative.scenario().actors().values().stream()
            .filter(a -> a.role() == Actor.Role.CALLER)
            .findFirst()
            .flatMap(Actor::transport);
    String id = "control-" + base.name() + transport.map(t -> "-" + t).orElse("");
    Expectation accepted = accepted(at);
    Scenario control =
        Scenario.of(at, id, "base offer '" + base.name() + "' without the fault", "control")
            .actors(Map.of(CALLER, caller(base, transport)))
            .steps(List.of(invite(at), new ReceiveStep.Expected(at, CALLER, "", Optional.empty())))
            .expect(Map.of("", new Expectations.Flat(accepted)))
            .build();
    CaseId caseId = CaseId.of(id, Map.of(), negative.id().profile());
    return new Case(caseId, control, Map.of("", accepted), Optional.empty());
  }

  private static Actor caller(Scenario.ControlOffer base, Optional<String> transport) {
    return new Actor(
        CALLER,
        Actor.Role.CALLER,
        Optional.of(base.offer()),
        Optional.empty(),
        Optional.empty(),
        transport,
        List.of());
  }

  private static Step invite(SourcePosition at) {
    return new SendStep.Request(
        at,
        CALLER,
        "INVITE",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Expectation accepted(SourcePosition at) {
    Outcome ok =
        new Outcome(
            at,
            List.of(new StatusPattern.StatusClass(2)),
            false,
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new Expectation(
        at, List.of(ok), OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
