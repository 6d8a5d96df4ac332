package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.ReceiveStep;
import io.parley.model.Scenario;
import io.parley.model.SourcePosition;
import io.parley.model.StatusPattern;
import io.parley.model.Step;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.testng.annotations.Test;

/** Each finding stands at the step whose lines it names. */
public class FailurePlacesTests {
  private static final Step FIRST = receive(10);
  private static final Step SECOND = receive(14);
  private static final Step EXPECTED =
      new ReceiveStep.Expected(at(20), "caller", "", Optional.empty());

  @Test
  public void aFindingBelongsToTheStepWhoseLinesItIsIn() {
    Map<Integer, String> failures =
        places(finding(FindingKind.SDP, 11), finding(FindingKind.STATUS, 14)).failures();
    assertThat(failures.get(0)).startsWith("SDP differs");
    assertThat(failures.get(1)).startsWith("unexpected status");
  }

  @Test
  public void aFindingOfAnExpectationBelongsToTheStepThatReceivesWhatIsExpected() {
    Map<Integer, String> failures = places(finding(FindingKind.STATUS, 4)).failures();
    assertThat(failures.get(2)).startsWith("unexpected status");
    assertThat(failures.get(0)).as("nothing of its own").isEqualTo("caller receives 488");
  }

  @Test
  public void whatHappensAroundTheScriptBelongsToNoStep() {
    FailurePlaces places =
        places(finding(FindingKind.CLEANUP, 14), finding(FindingKind.UNEXPECTED, 1));
    assertThat(places.beside()).hasSize(2);
  }

  private static FailurePlaces places(Finding... findings) {
    CaseResult like = SampleResults.refused();
    Scenario s = like.played().scenario();
    Scenario scripted = s.but().at(at(1)).steps(List.of(FIRST, SECOND, EXPECTED)).build();
    List<StepResult> steps = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      steps.add(
          new StepResult(
              "caller receives 488",
              StepResult.Status.FAILED,
              SampleResults.START,
              SampleResults.START,
              OptionalInt.empty(),
              Optional.empty()));
    }
    Case played = new Case(like.played().id(), scripted, Map.of(), Optional.empty());
    return new FailurePlaces(
        CaseResult.of(played, Verdict.FAILED, like.started(), like.ended())
            .findings(List.of(findings))
            .steps(steps)
            .transcript(like.transcript())
            .build());
  }

  private static Step receive(int line) {
    return new ReceiveStep.Response(
        at(line),
        "caller",
        Optional.empty(),
        List.of(new StatusPattern.Code(488)),
        false,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Finding finding(FindingKind kind, int line) {
    return Finding.of(kind, at(line), "this", "that");
  }

  private static SourcePosition at(int line) {
    return new SourcePosition("scenarios/x.yaml", line, 5);
  }
}
