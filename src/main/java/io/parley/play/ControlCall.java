package io.parley.play;

import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Expectation;
import io.parley.model.Expectations;
import io.parley.model.OfferSpec;
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
import java.util.stream.IntStream;

/** The good call of a case: its base offer without the fault, to be accepted, or answered. */
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

  /** The base call of any case, or a plain one, to which any response at all will do. */
  static Case signOfLife(Case of) {
    Case call =
        of(
            of,
            of.scenario()
                .controlOffer()
                .orElseGet(() -> new Scenario.ControlOffer("plain", OfferSpec.EMPTY)));
    SourcePosition at = of.scenario().at();
    Scenario scenario = call.scenario().but().steps(List.of(invite(at), anything(at))).build();
    return new Case(call.id(), scenario, Map.of(), Optional.empty());
  }

  private static Step anything(SourcePosition at) {
    return new ReceiveStep.Response(
        at,
        CALLER,
        Optional.of("INVITE"),
        IntStream.rangeClosed(1, 6)
            .<StatusPattern>mapToObj(StatusPattern.StatusClass::new)
            .toList(),
        false,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
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
