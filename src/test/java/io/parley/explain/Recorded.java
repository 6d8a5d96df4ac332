package io.parley.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A capture under {@code src/test/resources/captures}: a call by SIPp, recorded by dumpcap.
 *
 * @param name its name
 * @param profile the profile that refuses it
 * @param rule that profile's rule
 * @param line the line of the SDP that shows it; 0 = none
 * @param status how it was refused
 */
public record Recorded(String name, String profile, String rule, int line, int status) {
  /** Where they are. */
  public static final Path FOLDER = Path.of("src", "test", "resources", "captures");

  /** All that {@code faults.csv} lists. */
  public static List<Recorded> all() {
    try {
      return Files.readAllLines(FOLDER.resolve("faults.csv")).stream()
          .filter(l -> !l.startsWith("#"))
          .map(l -> l.split(";"))
          .map(f -> new Recorded(f[0], f[1], f[2], Integer.parseInt(f[3]), Integer.parseInt(f[4])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The call with the fault. */
  public Path faulty() {
    return file(name);
  }

  /** The same call without it. */
  public Path repaired() {
    return file(name + "-repaired");
  }

  /** The capture of that name, of either format. */
  public static Path file(String name) {
    Path pcapng = FOLDER.resolve(name + ".pcapng");
    return Files.exists(pcapng) ? pcapng : FOLDER.resolve(name + ".pcap");
  }

  @Override
  public String toString() {
    return name;
  }
}
