package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.RunListener;
import io.parley.run.ExitCode;
import io.parley.run.Parley;
import io.parley.run.RunOutcome;
import io.parley.run.RunRequest;
import io.parley.run.RunRequest.FailureLimit;
import io.parley.run.RunRequest.Repetition;
import io.parley.run.StopSwitch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Cases that are played again, at targets that fail at first, always, or die. */
public class RepeatedPlayIT {
  private static final RunListener NOBODY = new RunListener() {};

  private StopSwitch stop;
  private Path folder;
  private String limits;

  @BeforeMethod
  public void prepare() throws IOException {
    stop = new StopSwitch();
    limits = "";
    folder = Scratch.folder("again-");
    Files.createDirectory(folder.resolve("scenarios"));
  }

  @Test
  public void aCaseThatPassesWhenPlayedAgainIsFlaky() throws Exception {
    scenario("good", "expect: { status: 200 }");
    CountedCalls calls = CountedCalls.refusing(2);
    RunOutcome outcome = run(calls, retries(3));
    CaseResult result = only(outcome);
    assertThat(result.flaky()).isTrue();
    assertThat(result.attempts())
        .hasSize(2)
        .allSatisfy(
            a ->
                assertThat(a.findings())
                    .singleElement()
                    .satisfies(f -> assertThat(f.actual()).contains("503")));
    assertThat(result.plays()).extracting(CaseResult::started).isSorted();
    assertThat(calls.count()).isEqualTo(3);
    assertThat(outcome.code()).isEqualTo(ExitCode.PASSED);
    assertThat(Files.readString(folder.resolve("out/junit.xml")))
        .contains("failures=\"0\"", "<flakyFailure");
  }

  @Test
  public void flakyCasesFailTheRunWhereThatIsWanted() throws Exception {
    scenario("good", "expect: { status: 200 }");
    RunOutcome outcome =
        run(CountedCalls.refusing(1), new Repetition(1, 1, Optional.empty(), true));
    assertThat(only(outcome).flaky()).isTrue();
    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  public void whatIsNeverAcceptedFailsAfterItsRetries() throws Exception {
    scenario("good", "expect: { status: 200 }");
    CountedCalls calls = CountedCalls.refusing(100);
    RunOutcome outcome = run(calls, retries(2));
    assertThat(only(outcome).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(only(outcome).attempts()).hasSize(2);
    assertThat(calls.count()).isEqualTo(3);
    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
  }

  /** Both need the control call; it is refused once, and played again once for both. */
  @Test
  public void aRefusedControlIsPlayedAgainForAllThatNeedIt() throws Exception {
    scenario("first", "expect: { status: 503 }");
    scenario("second", "expect: { status: 503 }");
    CountedCalls calls = new CountedCalls(n -> Optional.of(n == 2 ? 200 : 503));
    RunOutcome outcome = run(calls, retries(2));
    CaseResult first = outcome.results().get(0);
    assertThat(first.flaky()).isTrue();
    assertThat(first.attempts())
        .singleElement()
        .satisfies(a -> assertThat(a.findings().get(0).kind()).isEqualTo(FindingKind.CONTROL));
    assertThat(outcome.results().get(1).attempts()).isEmpty();
    assertThat(calls.count()).as("two controls, two cases").isEqualTo(4);
  }

  @Test
  public void aControlThatIsNeverAcceptedIsPlayedNoMoreThanItIsRetried() throws Exception {
    scenario("first", "expect: { status: 503 }");
    scenario("second", "expect: { status: 503 }");
    CountedCalls calls = CountedCalls.refusing(100);
    RunOutcome outcome = run(calls, retries(2));
    assertThat(outcome.results())
        .allSatisfy(r -> assertThat(r.verdict()).isEqualTo(Verdict.BROKEN));
    assertThat(outcome.results().get(1).notes())
        .contains("not played again: its control call was not accepted either when played again");
    assertThat(calls.count()).as("the control, and twice again").isEqualTo(3);
    assertThat(outcome.code()).isEqualTo(ExitCode.BROKEN);
  }

  @Test
  public void aTargetThatIsNotThereIsNotCalledAgain() throws Exception {
    scenario("good", "expect: { status: 200 }");
    InetSocketAddress nobody;
    try (ServerSocket free = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.5.1"))) {
      nobody = (InetSocketAddress) free.getLocalSocketAddress();
    }
    RunOutcome outcome = run(nobody, retries(3));
    CaseResult result = only(outcome);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.attempts()).isEmpty();
    assertThat(result.notes())
        .anySatisfy(n -> assertThat(n).startsWith("not played again: the target is not there: "));
  }

  @Test
  public void theWorstOfRepeatedPlaysCounts() throws Exception {
    scenario("good", "expect: { status: 200 }");
    CountedCalls calls = new CountedCalls(n -> Optional.of(n == 2 ? 503 : 200));
    RunOutcome outcome = run(calls, new Repetition(0, 4, Optional.empty(), false));
    CaseResult result = only(outcome);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.attempts()).hasSize(3);
    assertThat(result.notes()).contains("played 4 times: 3 passed, 1 failed");
    assertThat(calls.count()).isEqualTo(4);
  }

  @Test
  public void nothingStartsAfterAsManyFailuresAsAreBorne() throws Exception {
    for (int i = 1; i <= 6; i++) {
      scenario("call-" + i, "expect: { status: 200 }");
    }
    CountedCalls calls = new CountedCalls(n -> Optional.of(n % 2 == 0 ? 503 : 200));
    FailureLimit limit = new FailureLimit(2, "--max-failures 2");
    RunOutcome outcome = run(calls, new Repetition(0, 1, Optional.of(limit), false));
    assertThat(outcome.results().subList(4, 6))
        .allSatisfy(
            r -> assertThat(r.skip()).contains("not played: --max-failures 2 after call-4"));
    assertThat(calls.count()).isEqualTo(4);
    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
  }

  /** The first play failed; the second is cut off and says nothing. */
  @Test
  public void anInterruptionInARetryLeavesWhatWasKnownBefore() throws Exception {
    scenario("good", "expect: { status: 200 }");
    scenario("later", "expect: { status: 200 }");
    CountedCalls calls =
        new CountedCalls(
            n -> {
              if (n == 2) {
                stop.interrupt();
                return Optional.empty();
              }
              return Optional.of(503);
            });
    try (FakeSbc target = FakeSbc.start(calls)) {
      RunOutcome outcome = run(target.address(), retries(5));
      CaseResult result = outcome.results().get(0);
      assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
      assertThat(result.findings()).isNotEmpty();
      assertThat(result.attempts()).isEmpty();
      assertThat(result.notes())
          .contains("played again, not played to its end: the run was interrupted");
      assertThat(outcome.results().get(1).verdict()).isEqualTo(Verdict.SKIPPED);
      assertThat(calls.count()).isEqualTo(2);
      assertThat(outcome.code()).isEqualTo(ExitCode.INTERRUPTED);
    }
  }

  /** Four calls begin at no more than ten a second, whichever case they belong to. */
  @Test
  public void theRateOfTheTargetHoldsForPlaysToo() throws Exception {
    scenario("good", "expect: { status: 200 }");
    limits = "limits: { rate: 10/s }";
    CountedCalls calls = CountedCalls.refusing(3);
    assertThat(only(run(calls, retries(3))).flaky()).isTrue();
    assertThat(calls.count()).isEqualTo(4);
    assertThat(calls.span()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(250));
  }

  /** What comes back to a malformed request is known by the socket, so no play takes another's. */
  @Test
  public void eachPlayOfAMalformedRequestHasASocketOfItsOwn() throws Exception {
    scenario(
        "malformed",
        "mutate: [{ set-header: CSeq, value: \"1 OPTIONS\" }]\ncontrol: none\nexpect: { status: 400 }");
    CountedCalls calls = CountedCalls.refusing(100);
    RunOutcome outcome = run(calls, new Repetition(0, 3, Optional.empty(), false));
    assertThat(only(outcome).attempts()).hasSize(2);
    assertThat(calls.senders()).hasSize(3).doesNotHaveDuplicates();
  }

  private static Repetition retries(int most) {
    return new Repetition(most, 1, Optional.empty(), false);
  }

  private static CaseResult only(RunOutcome outcome) {
    assertThat(outcome.results()).hasSize(1);
    return outcome.results().get(0);
  }

  private void scenario(String id, String expect) throws IOException {
    Files.writeString(
        folder.resolve("scenarios").resolve(id + ".yaml"),
        "scenario: A call\nid: " + id + "\noffer: plain\n" + expect);
  }

  private RunOutcome run(CountedCalls calls, Repetition repetition) throws IOException {
    try (FakeSbc target = FakeSbc.start(calls)) {
      return run(target.address(), repetition);
    }
  }

  private RunOutcome run(InetSocketAddress target, Repetition repetition) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("target.yml"),
            """
            target: fake
            address: %s:%d
            transports: [udp]
            numbers: { caller: "+15550190000", callee: "+15550100000" }
            timers: { response: 2s, final: 4s }
            %s
            """
                .formatted(target.getAddress().getHostAddress(), target.getPort(), limits));
    RunRequest request =
        new RunRequest(
            new RunRequest.Selection(
                List.of(folder.resolve("scenarios")), List.of(), List.of(), Map.of()),
            file.toString(),
            Optional.empty(),
            OptionalInt.of(1),
            false,
            false,
            repetition,
            new RunRequest.Output(folder.resolve("out"), false, false, false, Map.of()));
    return new Parley("test", line -> {}).run(request, NOBODY, stop);
  }
}
