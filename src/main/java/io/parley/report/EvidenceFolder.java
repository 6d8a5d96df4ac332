package io.parley.report;

import io.parley.model.CaseId;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Writes {@code evidence/<case>/}: the artifacts of each case as files. */
public final class EvidenceFolder implements CaseReport {
  /** Longest folder name; every common file system takes 255 bytes. */
  private static final int LONGEST = 200;

  private final Path root;
  private final Set<String> written = ConcurrentHashMap.newKeySet();

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

  /**
   * Where the zip of a case is, if it has one.
   *
   * @param root the folder of all evidence
   */
  public static Path bundle(Path root, CaseResult result) {
    String name = name(result.played().id());
    return root.resolve(name).resolve(CaseEvidence.bundle(name));
  }

  /** Keeps what the program said that was started before the run, or clears an earlier one's. */
  @Override
  public void runStarted(RunInfo run) {
    Path file = root.resolve("hook-before-run.txt");
    try {
      if (run.before().isPresent()) {
        Files.createDirectories(root);
        Files.writeString(file, run.before().get().report());
      } else if (Files.isRegularFile(file)) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + ": cannot be written (" + e.getMessage() + "). Name another folder with --out", e);
    }
  }

  /**
   * Writes the artifacts over those of an earlier run, in place: making a file costs many times
   * more than rewriting one.
   */
  @Override
  public void caseFinished(CaseEvidence evidence) {
    if (evidence.artifacts().isEmpty()) {
      return;
    }
    String name = name(evidence.result().played().id());
    written.add(name);
    Path folder = root.resolve(name);
    try {
      Files.createDirectories(folder);
      for (Artifact artifact : evidence.artifacts()) {
        rewrite(folder.resolve(artifact.file()), artifact.bytes());
      }
      delete(folder, evidence.artifacts().stream().map(Artifact::file).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + ": cannot be written (" + e.getMessage() + "). Name another folder with --out",
          e);
    }
  }

  /**
   * Takes the evidence of a case over from another run.
   *
   * @param from the evidence folder of that run
   * @param id the case; nothing is done where that run kept none of it
   */
  public void adopt(Path from, CaseId id, Copies copies) {
    String name = name(id);
    Path folder = root.resolve(name);
    if (!root.normalize().equals(folder.normalize().getParent())) {
      // An identity like "..", which none of our records has.
      return;
    }
    try {
      List<Path> files = list(from.resolve(name)).stream().filter(Files::isRegularFile).toList();
      if (files.isEmpty()) {
        return;
      }
      written.add(name);
      Files.createDirectories(folder);
      files.forEach(f -> copies.copy(f, folder.resolve(f.getFileName())));
      delete(folder, files.stream().map(f -> f.getFileName().toString()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + ": cannot be written (" + e.getMessage() + "). Name another folder with --out",
          e);
    }
  }

  /** Cuts to length after writing: cutting to nothing first makes some file systems flush. */
  private static void rewrite(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.truncate(bytes.length);
    }
  }

  /** Deletes what an earlier run left of cases that this run did not play. */
  @Override
  public void runFinished(boolean interrupted) {
    try {
      for (Path folder : list(root)) {
        if (!written.contains(folder.getFileName().toString()) && Files.isDirectory(folder)) {
          delete(folder, List.of());
          if (list(folder).isEmpty()) {
            Files.delete(folder);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(root + ": cannot be cleared (" + e.getMessage() + ")", e);
    }
  }

  private static void delete(Path folder, List<String> but) throws IOException {
    for (Path file : list(folder)) {
      String name = file.getFileName().toString();
      boolean ours =
          CaseEvidence.FILES.contains(name)
              || name.equals(CaseEvidence.bundle(folder.getFileName().toString()));
      if (ours && !but.contains(name)) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}
