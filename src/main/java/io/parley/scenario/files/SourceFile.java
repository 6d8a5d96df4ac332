package io.parley.scenario.files;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A scenario file as read.
 *
 * @param name its path as the user named it, with forward slashes
 * @param category the folder it lies in
 * @param path where it is; empty = packed in the jar
 * @param text its text
 */
public record SourceFile(String name, String category, Optional<Path> path, String text) {

  /** The folder it lies in, where the files it names are found. */
  public Folder folder() {
    return path.<Folder>map(p -> Folder.of(p.toAbsolutePath().getParent()))
        .orElseGet(() -> file -> PackedFolder.bytes(Path.of(name).resolveSibling(file)));
  }
}
