package io.parley.report.allure;

import io.parley.model.Finding;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.util.ArrayList;
import java.util.List;

/** The steps of the script with the events' own times; then the clean-up, if there was one. */
final class AllureSteps {
  private AllureSteps() {}

  static List<StepResult> of(CaseResult result) {
    List<StepResult> out = new ArrayList<>();
    result.steps().forEach(step -> out.add(step(step, result)));
    result.cleanup().ifPresent(text -> out.add(cleanup(text, result)));
    return out;
  }

  private static StepResult step(io.parley.result.StepResult step, CaseResult result) {
    StepResult out =
        new StepResult()
            .setName(step.text())
            .setStatus(status(step.status()))
            .setStage(Stage.FINISHED)
            .setStart(step.started().toEpochMilli())
            .setStop(step.ended().toEpochMilli());
    step.entry().ifPresent(i -> message(out, result.transcript().get(i)));
    step.note().ifPresent(n -> out.setStatusDetails(new StatusDetails().setMessage(n)));
    return out;
  }

  private static void message(StepResult out, TranscriptEntry entry) {
    parameter(out, "message", entry.title());
    parameter(out, "flow", entry.frame().flow().toString());
  }

  private static void parameter(StepResult out, String name, String value) {
    out.getParameters().add(new Parameter().setName(name).setValue(value));
  }

  private static Status status(io.parley.result.StepResult.Status status) {
    return switch (status) {
      case DONE -> Status.PASSED;
      case FAILED -> Status.FAILED;
      case PASSED_OVER -> Status.SKIPPED;
    };
  }

  private static StepResult cleanup(String text, CaseResult result) {
    boolean clean =
        result.findings().stream()
            .map(Finding::kind)
            .noneMatch(io.parley.model.FindingKind.CLEANUP::equals);
    StepResult out =
        new StepResult()
            .setName("clean-up: " + text)
            .setStatus(clean ? Status.PASSED : Status.FAILED)
            .setStage(Stage.FINISHED)
            .setStart(start(result))
            .setStop(result.ended().toEpochMilli());
    result.transcript().stream()
        .filter(TranscriptEntry::cleanup)
        .forEach(e -> out.getSteps().add(line(e)));
    return out;
  }

  private static long start(CaseResult result) {
    return result.transcript().stream()
        .filter(TranscriptEntry::cleanup)
        .findFirst()
        .map(e -> e.frame().time())
        .orElse(result.ended())
        .toEpochMilli();
  }

  private static StepResult line(TranscriptEntry entry) {
    boolean in = entry.frame().way() == io.parley.wire.Frame.Way.IN;
    long time = entry.frame().time().toEpochMilli();
    return new StepResult()
        .setName(entry.actor() + (in ? " receives " : " sends ") + entry.title())
        .setStatus(Status.PASSED)
        .setStage(Stage.FINISHED)
        .setStart(time)
        .setStop(time);
  }
}
