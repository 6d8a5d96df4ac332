package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.model.Verdict;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.target.Targets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.testng.annotations.Test;

/**
 * Many two-leg cases at once at the embedded SBC, again and again: no call meets another one's
 * callee, and nothing is left over.
 *
 * <p>{@code -Dparallel.cases=500 -Dparallel.repetitions=5} plays so many; {@code
 * src/bench/parallel.sh} does that.
 */
public class ParallelIT {
  private static final int WORKERS = 32;

  /** Each call carries its own number through headers that the SBC passes on, both ways. */
  private static final String CALL =
      """
      scenario: "Call ${matrix.call} is told apart from all others"
      id: told-apart
      control: none
      matrix: { call: %s }
      actors:
        caller: { offer: { base: plain, codecs: [PCMU, PCMA] } }
      steps:
        - caller: { send: INVITE, headers: { Subject: "call ${matrix.call}" } }
        - callee: { receive: INVITE, within: 10s, headers: { Subject: "call ${matrix.call}" }, offer: { address: target } }
        - callee: { send: 180 }
        - callee: { send: 200, headers: { X-Answered: "call ${matrix.call}" } }
        - caller: { receive: 200, headers: { X-Answered: "call ${matrix.call}" }, answer: { address: target } }
        - callee: { receive: ACK }
        - caller: { send: BYE }
        - callee: { receive: BYE }
        - caller: { receive: 200 }
      """;

  @Test
  public void nothingCrossesAndNothingLeaks() throws Exception {
    int cases = Integer.getInteger("parallel.cases", 100);
    int repetitions = Integer.getInteger("parallel.repetitions", 3);
    Path file = Scratch.file("told-apart-", ".yaml");
    Files.writeString(file, CALL.formatted(IntStream.rangeClosed(1, cases).boxed().toList()));
    List<Holding> held = new ArrayList<>();
    for (int i = 0; i < repetitions; i++) {
      long began = System.nanoTime();
      List<CaseResult> results =
          Session.play(
              List.of(file),
              List.of(),
              WORKERS,
              new Targets(Profiles.shipped()).open("embedded")::start);
      long took = (System.nanoTime() - began) / 1_000_000;
      assertThat(results).hasSize(cases).allMatch(r -> r.verdict() == Verdict.PASSED, "passed");
      assertToldApart(results);
      held.add(Holding.now());
      System.out.printf("%d cases, %d workers: %d ms, %s%n", cases, WORKERS, took, held.get(i));
    }
    Files.delete(file);
    Holding.assertNoneGrows(held);
  }

  /** No Call-ID belongs to two cases, and every case saw both of its legs. */
  private static void assertToldApart(List<CaseResult> results) {
    Map<String, CaseResult> owners = new HashMap<>();
    for (CaseResult result : results) {
      List<String> calls =
          result.transcript().stream()
              .map(TranscriptEntry::message)
              .map(m -> m.callId())
              .distinct()
              .toList();
      assertThat(calls).as("%s", result.played()).hasSize(2);
      calls.forEach(c -> assertThat(owners.put(c, result)).isNull());
    }
  }
}
