package io.parley.report.allure;

import io.parley.report.CaseEvidence;
import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Writes each result as the case it was: what Allure's listener knows (a test method and its
 * parameter) is replaced by the case's own name, identity, steps and evidence.
 *
 * <p>Containers, which tell of set-up and tear-down methods, are left out: there are none.
 */
final class CaseResultsWriter implements AllureResultsWriter {
  private final Attachments attachments;
  private final FileSystemResultsWriter files;
  private final Path folder;
  private final AtomicReference<UncheckedIOException> failure = new AtomicReference<>();
  private final Map<String, CaseEvidence> finished = new ConcurrentHashMap<>();

  CaseResultsWriter(Path folder, Path evidence) {
    this.attachments = new Attachments(folder, evidence);
    this.folder = folder;
    this.files = new FileSystemResultsWriter(folder);
  }

  /** Keeps the evidence until the result of that uuid is written. */
  void remember(String uuid, CaseEvidence evidence) {
    finished.put(uuid, evidence);
  }

  /** What could not be written first; the file system's words. */
  Optional<UncheckedIOException> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Called by Allure within TestNG, where nothing may be thrown: the run would end with it. */
  @Override
  public void write(TestResult result) {
    try {
      describeAndWrite(result);
    } catch (UncheckedIOException e) {
      failure.compareAndSet(null, e);
    } catch (AllureResultsWriteException e) {
      String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      String where =
          folder + ": cannot be written (" + reason + "). Name another folder with --out";
      failure.compareAndSet(null, new UncheckedIOException(where, new IOException(e)));
    }
  }

  private void describeAndWrite(TestResult result) {
    CaseEvidence evidence = finished.remove(result.getUuid());
    if (evidence != null) {
      AllureCase.describe(result, evidence);
      result.setAttachments(attachments.of(evidence));
      attempts(evidence);
    }
    files.write(result);
  }

  /** The other plays of the case: results of their own, which {@link Retries} puts under it. */
  private void attempts(CaseEvidence evidence) {
    int number = 0;
    for (CaseEvidence attempt : evidence.attempts()) {
      TestResult result = new TestResult().setUuid(UUID.randomUUID().toString());
      AllureCase.describe(result, attempt);
      result.getLabels().add(Retries.label(++number));
      result.setAttachments(attachments.ofAttempt(attempt));
      files.write(result);
    }
  }

  @Override
  public void write(TestResultContainer container) {
    // No fixtures, so nothing to tell.
  }

  @Override
  public void write(String source, InputStream attachment) {
    files.write(source, attachment);
  }
}
