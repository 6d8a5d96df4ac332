package io.parley.scenario.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files are that a scenario sends as they are. */
public interface Folder {
  /** What fits into a UDP datagram, and more than SIP servers take over a stream. */
  int MOST = 1 << 16;

  /** No folder: there are no files. */
  Folder NONE = file -> Optional.empty();

  /** The bytes of a file, at most one more than may be sent; empty when there is none. */
  Optional<byte[]> read(Path file) throws IOException;

  /** A folder on disk. */
  static Folder of(Path folder) {
    return file -> {
      Path there = folder.resolve(file);
      if (!Files.isRegularFile(there)) {
        return Optional.empty();
      }
      try (var in = Files.newInputStream(there)) {
        return Optional.of(in.readNBytes(MOST + 1));
      }
    };
  }
}
