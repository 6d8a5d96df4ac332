package io.parley.play;

import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Control;
import io.parley.model.Expectation;
import io.parley.model.Expectations;
import io.parley.model.MessageMutation;
import io.parley.model.OfferSpec;
import io.parley.model.Outcome;
import io.parley.model.ReceiveStep;
import io.parley.model.Scenario;
import io.parley.model.SdpExpectation;
import io.parley.model.SendStep;
import io.parley.model.SourcePosition;
import io.parley.model.StatusPattern;
import io.parley.model.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Cases built in code, where the language would only be in the way. */
final class TestCases {
  static final SourcePosition AT = new SourcePosition("scenarios/test.yaml", 7, 3);

  private TestCases() {}

  /** One call, one expected final response. */
  static Case call(String id, OfferSpec offer, StatusPattern... expected) {
    return call(id, offer, List.of(), Optional.empty(), expected);
  }

  static Case call(
      String id,
      OfferSpec offer,
      List<MessageMutation> mutations,
      Optional<Scenario.ControlOffer> control,
      StatusPattern... expected) {
    Outcome outcome =
        new Outcome(AT, List.of(expected), false, List.of(), Optional.empty(), Optional.empty());
    Expectation expectation =
        new Expectation(
            AT,
            List.of(outcome),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<Step> steps =
        List.of(
            invite(offer, mutations), new ReceiveStep.Expected(AT, "caller", "", Optional.empty()));
    return made(
        id,
        List.of(actor("caller", Actor.Role.CALLER)),
        steps,
        Map.of("", expectation),
        control,
        !mutations.isEmpty());
  }

  /** The same under a profile. */
  static Case at(String profile, Case of) {
    CaseId id = CaseId.of(of.id().scenario(), of.id().cell(), Optional.of(profile));
    return new Case(id, of.scenario(), of.expected(), of.skip());
  }

  /** A long form. */
  static Case script(String id, List<Step> steps) {
    return made(id, actors(steps), steps, Map.of(), Optional.empty(), false);
  }

  /** One that waits for a call from outside. */
  static Case inward(String id) {
    return made(
        id,
        List.of(actor("callee", Actor.Role.CALLEE)),
        List.of(receive("callee", "INVITE")),
        Map.of(),
        Optional.empty(),
        false);
  }

  /** A callee that has no step would keep a case from being played at a real far end. */
  private static List<Actor> actors(List<Step> steps) {
    Actor caller = actor("caller", Actor.Role.CALLER);
    return steps.stream().anyMatch(s -> s.actor().equals("callee"))
        ? List.of(caller, actor("callee", Actor.Role.CALLEE))
        : List.of(caller);
  }

  private static Case made(
      String id,
      List<Actor> actors,
      List<Step> steps,
      Map<String, Expectation> expected,
      Optional<Scenario.ControlOffer> control,
      boolean malformed) {
    Map<String, Actor> byName = new LinkedHashMap<>();
    actors.forEach(a -> byName.put(a.name(), a));
    Map<String, Expectations> expect = new LinkedHashMap<>();
    expected.forEach((k, v) -> expect.put(k, new Expectations.Flat(v)));
    Scenario scenario =
        Scenario.of(AT, id, id, "test")
            .actors(byName)
            .steps(steps)
            .expect(expect)
            .control(control.isPresent() ? new Control.Base() : new Control.None())
            .controlOffer(control)
            .malformed(malformed)
            .build();
    return new Case(
        CaseId.of(id, Map.of(), Optional.empty()), scenario, expected, Optional.empty());
  }

  private static Actor actor(String name, Actor.Role role) {
    return new Actor(
        name,
        role,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The caller's INVITE, or re-INVITE, with that offer. */
  static Step invite(OfferSpec offer, List<MessageMutation> mutations) {
    return new SendStep.Request(
        AT,
        "caller",
        "INVITE",
        Optional.empty(),
        Optional.of(offer),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        mutations,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Step send(String actor, String method) {
    return new SendStep.Request(
        AT,
        actor,
        method,
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

  static Step send(String actor, int status) {
    return new SendStep.Response(
        AT,
        actor,
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Step receive(String actor, String method) {
    return new ReceiveStep.Request(
        AT,
        actor,
        method,
        false,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Step receive(String actor, int status) {
    return receive(actor, status, false, Optional.empty());
  }

  static Step receive(String actor, int status, boolean optional, Optional<SdpExpectation> answer) {
    return new ReceiveStep.Response(
        AT,
        actor,
        Optional.empty(),
        List.of(new StatusPattern.Code(status)),
        optional,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        answer,
        Optional.empty(),
        Optional.empty());
  }
}
