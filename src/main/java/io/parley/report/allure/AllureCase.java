package io.parley.report.allure;

import io.parley.model.Case;
import io.parley.model.Verdict;
import io.parley.play.CaseResult;
import io.parley.report.Artifact;
import io.parley.report.CaseEvidence;
import io.parley.report.FindingText;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A case as an Allure result. */
final class AllureCase {
  private AllureCase() {}

  /** Fills the result from the case; its attachments are written to the folder. */
  static void describe(TestResult out, CaseEvidence evidence, Path folder) {
    CaseResult result = evidence.result();
    Case played = result.played();
    String id = played.id().toString();
    out.setName(AllureLabels.name(played));
    out.setFullName(id);
    out.setTestCaseName(played.scenario().title());
    String identity = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    out.setHistoryId(identity);
    out.setTestCaseId(identity);
    out.setLabels(AllureLabels.labels(played));
    out.setLinks(SourceLinks.of(played));
    out.setParameters(AllureLabels.parameters(result));
    out.setDescription(Description.of(result));
    out.setStage(Stage.FINISHED);
    out.setStatus(status(result.verdict()));
    out.setStatusDetails(details(result));
    out.setStart(result.started().toEpochMilli());
    out.setStop(result.ended().toEpochMilli());
    out.setSteps(AllureSteps.of(result));
    out.setAttachments(attachments(evidence.artifacts(), folder));
  }

  private static Status status(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> Status.PASSED;
      case FAILED -> Status.FAILED;
      case BROKEN -> Status.BROKEN;
      case SKIPPED -> Status.SKIPPED;
    };
  }

  private static StatusDetails details(CaseResult result) {
    if (result.verdict() == Verdict.PASSED) {
      return null;
    }
    return new StatusDetails()
        .setMessage(FindingText.headline(result))
        .setTrace(FindingText.of(result));
  }

  private static List<Attachment> attachments(List<Artifact> artifacts, Path folder) {
    List<Attachment> out = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      String source = UUID.randomUUID() + "-attachment" + artifact.suffix();
      try {
        Files.write(folder.resolve(source), artifact.bytes());
      } catch (IOException e) {
        throw new UncheckedIOException(
            folder + ": cannot be written. Name another folder with --out", e);
      }
      out.add(
          new Attachment()
              .setName(artifact.title())
              .setType(artifact.mediaType())
              .setSource(source));
    }
    return out;
  }
}
