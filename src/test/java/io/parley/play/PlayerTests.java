package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.model.Scenario;
import io.parley.model.StatusPattern;
import io.parley.model.Verdict;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.testng.annotations.Test;

/** One call at a target that behaves as the test says, on real sockets. */
public class PlayerTests {
  private static final StatusPattern C488 = new StatusPattern.Code(488);
  private static final StatusPattern C200 = new StatusPattern.Code(200);

  @Test
  public void aRefusalAsExpectedPasses() {
    CaseResult result =
        FakeTarget.play(refusing(488), TestCases.call("refused", OfferSpec.EMPTY, C488));
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(lines(result)).containsSubsequence("OUT INVITE", "IN 488", "OUT ACK");
    assertThat(result.cleanup()).isEmpty();
    assertThat(result.steps()).extracting(s -> s.entry().isPresent()).containsExactly(true, true);
  }

  @Test
  public void anUnexpected200IsAcknowledgedAndHungUp() {
    CaseResult result =
        FakeTarget.play(new AnsweringPeer(), TestCases.call("accepted", OfferSpec.EMPTY, C488));
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings()).extracting(Finding::kind).containsExactly(FindingKind.STATUS);
    assertThat(result.findings().get(0).closest()).isPresent();
    assertThat(result.findings().get(0).at()).contains(TestCases.AT);
    assertThat(lines(result))
        .containsSubsequence("OUT INVITE", "IN 200", "OUT ACK", "OUT BYE", "IN 200");
    assertThat(result.cleanup()).contains("caller sent BYE");
  }

  @Test
  public void whatTheProfileHasAgainstTheOfferIsNotedWithTheLine() {
    Case plain = TestCases.call("plain", OfferSpec.EMPTY, C488);
    Case of = TestCases.at("zoom-byoc", plain);
    assertThat(FakeTarget.play(new AnsweringPeer(), of).notes())
        .anySatisfy(
            note ->
                assertThat(note)
                    .startsWith("the offer sent breaks srtp-missing of zoom-byoc (488): ")
                    .containsPattern("; SDP line \\d+: m=audio \\d+ RTP/AVP "));
    assertThat(FakeTarget.play(refusing(488), of).notes())
        .as("a case that passes")
        .noneMatch(n -> n.contains("breaks"));
  }

  @Test
  public void anAnsweredCallPassesAndEndsClean() {
    CaseResult result =
        FakeTarget.play(new AnsweringPeer(), TestCases.call("good", OfferSpec.EMPTY, C200));
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(lines(result)).contains("OUT ACK", "OUT BYE");
  }

  @Test
  public void anAnswerWithoutSdpIsNotSuccess() {
    CaseResult result =
        FakeTarget.play(
            (endpoint, a) -> {
              if (!a.message().method().equals("ACK")) {
                endpoint.respond(
                    a,
                    ResponseBuilder.to(a, 200)
                        .contact("<sip:x@127.0.3.7:" + port(endpoint) + ">")
                        .build());
              }
            },
            TestCases.call("no-answer-sdp", OfferSpec.EMPTY, C200));
    assertThat(result.findings()).extracting(Finding::kind).containsExactly(FindingKind.ANSWER);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  public void theClosestMessageIsShownAndNotTheLast() {
    FakeTarget target =
        new FakeTarget(
            (endpoint, a) -> {
              if (a.message().method().equals("INVITE")) {
                for (int status : new int[] {183, 100}) {
                  SipMessage m = ResponseBuilder.to(a, status).header("Server", "first").build();
                  endpoint.sendStateless(
                      m.bytes(), a.frame().flow().transport(), a.frame().flow().remote());
                }
              }
            },
            Target.FarEnd.PARLEY,
            Optional.empty());
    Case of =
        TestCases.script(
            "closest",
            List.of(
                TestCases.send("caller", "INVITE"),
                TestCases.receive("caller", 180),
                TestCases.receive("callee", "INVITE")));
    CaseResult result = target.bare().play(of);
    assertThat(result.findings().get(0).closest().orElse("")).contains("183 Session Progress");
  }

  @Test
  public void aSecondForkThatAnswersIsTakenAndEnded() {
    AnsweringPeer peer = new AnsweringPeer();
    CaseResult result =
        FakeTarget.play(
            (endpoint, a) -> {
              peer.accept(endpoint, a);
              if (a.message().method().equals("INVITE")) {
                SipMessage fork =
                    ResponseBuilder.to(a, 200)
                        .toTag("fork")
                        .contact("<sip:y@127.0.3.7:" + port(endpoint) + ">")
                        .build();
                endpoint.sendStateless(
                    fork.bytes(), a.frame().flow().transport(), a.frame().flow().remote());
              }
            },
            TestCases.call("forked", OfferSpec.EMPTY, C200));
    assertThat(result.findings()).isEmpty();
    assertThat(
            result.transcript().stream()
                .filter(e -> e.message().method().equals("BYE") && e.message().isRequest())
                .map(e -> e.message().toTag().orElse("")))
        .contains("fork")
        .hasSize(2);
  }

  @Test
  public void aRefusalWhoseControlIsRefusedProvesNothing() {
    Case negative =
        TestCases.call(
            "negative",
            OfferSpec.EMPTY,
            List.of(),
            Optional.of(new Scenario.ControlOffer("plain", OfferSpec.EMPTY)),
            C488);
    CaseResult result = FakeTarget.play(refusing(488), negative);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.findings()).extracting(Finding::kind).containsExactly(FindingKind.CONTROL);
    assertThat(result.findings().get(0).actual()).contains("488");
  }

  @Test
  public void aFinalAfterAFinalIsCleanedUpAndTold() {
    AtomicInteger seen = new AtomicInteger();
    FakeTarget target =
        new FakeTarget(
            (endpoint, a) -> {
              if (a.message().method().equals("INVITE") && seen.getAndIncrement() == 0) {
                for (int status : new int[] {488, 200}) {
                  SipMessage m =
                      ResponseBuilder.to(a, status)
                          .contact("<sip:x@127.0.3.7:" + port(endpoint) + ">")
                          .build();
                  endpoint.sendStateless(
                      m.bytes(), a.frame().flow().transport(), a.frame().flow().remote());
                }
              } else if (a.message().method().equals("BYE")) {
                byes.incrementAndGet();
                endpoint.respond(a, ResponseBuilder.to(a, 200).build());
              }
            });
    try (Player player = Player.open(PlayerOptions.loopback())) {
      player.attach(target, Profiles.shipped(), List.of());
      CaseResult result = player.play(TestCases.call("both", OfferSpec.EMPTY, C488));
      Deadline.until(() -> !player.finish().isEmpty() || !result.findings().isEmpty());
      Deadline.until(() -> byes.get() > 0);
      List<Finding> told =
          player.finish().isEmpty() ? result.findings() : player.finish().get(0).findings();
      assertThat(told)
          .extracting(Finding::kind)
          .containsAnyOf(FindingKind.LATE, FindingKind.UNEXPECTED);
    } finally {
      target.close();
    }
  }

  private final AtomicInteger byes = new AtomicInteger();

  // ---- targets ----

  private static BiConsumer<SipEndpoint, Arrival> refusing(int status) {
    return (endpoint, a) -> {
      if (!a.message().method().equals("ACK")) {
        int answer = a.message().method().equals("INVITE") ? status : 200;
        endpoint.respond(a, ResponseBuilder.to(a, answer).build());
      }
    };
  }

  private static int port(SipEndpoint endpoint) {
    return endpoint.address().getPort();
  }

  private static List<String> lines(CaseResult result) {
    return result.transcript().stream()
        .map(
            e ->
                e.frame().way()
                    + " "
                    + (e.message().isResponse()
                        ? e.message().status().getAsInt()
                        : e.message().method()))
        .toList();
  }
}
