package io.parley.report;

import io.parley.model.CaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code evidence/<case>/}: the artifacts of each case as files. */
public final class EvidenceFolder implements CaseReport {
  /** Longest folder name; every common file system takes 255 bytes. */
  private static final int LONGEST = 200;

  private final Path root;

  /** Evidence under that folder, which is made when the first case is written. */
  public EvidenceFolder(Path root) {
    this.root = root;
  }

  /** The folder name of a case: its identity, escaped, cut with a hash where it is too long. */
  public static String name(CaseId id) {
    String name = id.folder();
    return name.length() <= LONGEST
        ? name
        : name.substring(0, LONGEST - 9) + "~" + String.format("%08x", name.hashCode());
  }

  @Override
  public void caseFinished(CaseEvidence evidence) {
    if (evidence.artifacts().isEmpty()) {
      return;
    }
    Path folder = root.resolve(name(evidence.result().played().id()));
    try {
      Files.createDirectories(folder);
      for (Artifact artifact : evidence.artifacts()) {
        Files.write(folder.resolve(artifact.file()), artifact.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + ": cannot be written (" + e.getMessage() + "). Name another folder with --out",
          e);
    }
  }
}
