package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.testng.annotations.Test;

/**
 * A call that must be refused with 488, over UDP and over TCP, at targets that are not there or not
 * right: "failed" is for what the target did wrong, "broken" for what could not be tested.
 */
public class BadTargetsIT {
  private static final Path REFUSED = Path.of("src", "test", "resources", "fake", "refused.yaml");

  @Test
  public void nobodyListens() throws Exception {
    InetSocketAddress closed;
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.5.4", 0))) {
      closed = (InetSocketAddress) socket.getLocalSocketAddress();
    }
    List<CaseResult> results = play(closed);
    assertBroken(results, FindingKind.UNREACHABLE);
    assertThat(text(results, "udp")).contains("port unreachable", "127.0.5.4:" + closed.getPort());
    assertThat(text(results, "tcp")).containsIgnoringCase("refused");
  }

  @Test
  public void connectionsAreReset() throws Exception {
    try (ResettingPort port = ResettingPort.start()) {
      List<CaseResult> results = play(port.address());
      assertBroken(results, FindingKind.UNREACHABLE);
      assertThat(text(results, "tcp")).containsPattern("reset|closed");
    }
  }

  @Test
  public void nothingIsEverAnswered() throws Exception {
    List<CaseResult> results = at(Fakes::silent);
    assertBroken(results, FindingKind.UNREACHABLE);
    assertThat(text(results, "udp")).contains("no response to INVITE", "OPTIONS was not answered");
  }

  @Test
  public void aBurstThatNobodyAnswersIsToldByOneQuestion() throws Exception {
    AtomicInteger questions = new AtomicInteger();
    FakeSbc.Behaviour counting =
        (in, self) -> {
          questions.addAndGet(in.method().equals("OPTIONS") ? 1 : 0);
          return List.of();
        };
    List<CaseResult> results;
    try (FakeSbc fake = FakeSbc.start(counting)) {
      results =
          Session.play(
              List.of(Path.of("scenarios/robustness/invites-at-once.yaml")),
              List.of("sipconnect"),
              1,
              callees -> new FixedTarget(fake.address(), FixedTarget.IMPATIENT));
    }
    assertThat(results).hasSize(1);
    assertThat(results.get(0).findings())
        .hasSize(20)
        .allMatch(f -> f.kind() == FindingKind.UNREACHABLE);
    // One question, repeated over UDP while it waits (RFC 3261 §17.1.2.2), not one for each call.
    assertThat(questions.get()).isBetween(1, 4);
  }

  @Test
  public void callsAreIgnoredWhileTheTargetIsAlive() throws Exception {
    List<CaseResult> results = at(Fakes::mute);
    assertFailed(results, FindingKind.NO_ANSWER);
    assertThat(text(results, "udp")).contains("OPTIONS was answered 200");
  }

  @Test
  public void garbageIsAnswered() throws Exception {
    List<CaseResult> results = at(Fakes::garbage);
    assertThat(results).noneMatch(r -> r.verdict() == Verdict.PASSED);
    assertThat(text(results, "udp")).contains("not SIP");
  }

  @Test
  public void aStatusThatDoesNotExistIsAnswered() throws Exception {
    List<CaseResult> results = at(Fakes::status799);
    assertFailed(results, FindingKind.STATUS);
    assertThat(text(results, "udp")).contains("expected 488", "799");
  }

  @Test
  public void refusesAndThenAccepts() throws Exception {
    // The 200 may cross the end of its case; then it is a late message, which fails the run too.
    try (FakeSbc fake = FakeSbc.start(Fakes::refusedThenOk)) {
      List<CaseResult> results =
          Session.play(
              List.of(REFUSED),
              List.of(),
              2,
              callees -> new FixedTarget(fake.address(), FixedTarget.IMPATIENT),
              all -> secondFinals(all) == 2);
      assertThat(secondFinals(results)).isEqualTo(2);
    }
  }

  private static long secondFinals(List<CaseResult> results) {
    return results.stream()
        .flatMap(r -> r.findings().stream())
        .filter(f -> List.of(FindingKind.UNEXPECTED, FindingKind.LATE).contains(f.kind()))
        .count();
  }

  private static List<CaseResult> at(FakeSbc.Behaviour behaviour) throws Exception {
    try (FakeSbc fake = FakeSbc.start(behaviour)) {
      return play(fake.address());
    }
  }

  private static List<CaseResult> play(InetSocketAddress at) throws Exception {
    return Session.play(
        List.of(REFUSED), List.of(), 2, callees -> new FixedTarget(at, FixedTarget.IMPATIENT));
  }

  private static void assertBroken(List<CaseResult> results, FindingKind kind) {
    assertVerdict(results, Verdict.BROKEN, kind);
  }

  private static void assertFailed(List<CaseResult> results, FindingKind kind) {
    assertVerdict(results, Verdict.FAILED, kind);
  }

  private static void assertVerdict(List<CaseResult> results, Verdict verdict, FindingKind kind) {
    assertThat(results).hasSize(2);
    assertThat(results)
        .allSatisfy(
            r -> {
              assertThat(r.findings()).extracting(Finding::kind).contains(kind);
              assertThat(r.verdict()).isEqualTo(verdict);
            });
  }

  private static String text(List<CaseResult> results, String transport) {
    return results.stream()
        .filter(r -> r.played().id().cell().get("transport").equals(transport))
        .flatMap(r -> r.findings().stream())
        .map(Finding::toString)
        .collect(Collectors.joining("\n"));
  }
}
