package io.parley.report.allure;

import io.parley.report.Artifact;
import io.parley.report.CaseEvidence;
import io.parley.report.EvidenceFolder;
import io.qameta.allure.model.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The evidence of a case as attachments. Each is a hard link to the file in the evidence folder,
 * which costs a tenth of a second copy; where the file system has no links, it is a copy.
 */
final class Attachments {
  private final Path results;
  private final Path evidence;

  /** Attachments in the results folder, linked from the evidence folder. */
  Attachments(Path results, Path evidence) {
    this.results = results;
    this.evidence = evidence;
  }

  /** The evidence of a case, linked. */
  List<Attachment> of(CaseEvidence finished) {
    Path folder = evidence.resolve(EvidenceFolder.name(finished.result().played().id()));
    return attach(finished, (artifact, to) -> link(artifact, folder.resolve(artifact.file()), to));
  }

  /** The evidence of another play of a case, which is in no folder. */
  List<Attachment> ofAttempt(CaseEvidence finished) {
    return attach(finished, Attachments::copy);
  }

  private List<Attachment> attach(CaseEvidence finished, BiConsumer<Artifact, Path> write) {
    List<Attachment> out = new ArrayList<>();
    for (Artifact artifact : finished.artifacts()) {
      String source = UUID.randomUUID() + "-attachment" + artifact.suffix();
      write.accept(artifact, results.resolve(source));
      out.add(
          new Attachment()
              .setName(artifact.title())
              .setType(artifact.mediaType())
              .setSource(source)
              .setSize((long) artifact.bytes().length));
    }
    return out;
  }

  private static void link(Artifact artifact, Path from, Path to) {
    try {
      Files.createLink(to, from);
    } catch (IOException | UnsupportedOperationException noLink) {
      copy(artifact, to);
    }
  }

  private static void copy(Artifact artifact, Path to) {
    try {
      Files.write(to, artifact.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(
          to + ": cannot be written (" + e.getMessage() + "). Name another folder with --out", e);
    }
  }
}
