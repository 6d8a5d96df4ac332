package io.parley.report.allure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is kept of earlier runs under {@code allure-report/}: {@code history/}, which Allure writes
 * with each report and reads with the next, and {@code unreported/}, the records of runs since then
 * that had no report made, which go into the history of the next.
 *
 * @param report the folder {@code allure-report/}
 */
record History(Path report) {
  /** Allure shows as many runs in a trend. */
  private static final int MOST = 20;

  private static final Pattern ORDER = Pattern.compile("\"buildOrder\"\\s*:\\s*(\\d{1,9})\\b");
  private static final String RECORD = "run.json";

  /** What an unreported run is known by, once it is kept. */
  private static final List<String> OF_A_RUN = List.of("executor.json", "categories.json");

  /** The history of reports under that {@code --out}. */
  static History under(Path out) {
    return new History(out.resolve("allure-report"));
  }

  Path folder() {
    return report.resolve("history");
  }

  /** The highest number of a run so far; 0 before the first. */
  int latestOrder() {
    Stream<Path> reported = Stream.of(folder().resolve("history-trend.json"));
    Stream<Path> kept = unreported().stream().map(f -> f.resolve("executor.json"));
    return Stream.concat(reported, kept).mapToInt(History::order).max().orElse(0);
  }

  private static int order(Path file) {
    try {
      Matcher m = ORDER.matcher(Files.exists(file) ? Files.readString(file) : "");
      return m.results().mapToInt(r -> Integer.parseInt(r.group(1))).max().orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /** The runs that no report tells of yet, oldest first. */
  List<Path> unreported() {
    return Folder.list(report.resolve("unreported")).stream()
        .filter(f -> f.getFileName().toString().matches("\\d{6}"))
        .sorted()
        .toList();
  }

  /**
   * Keeps what the last run left in the folder of {@code --out}, if no report was made of it: moves
   * its record here. The oldest go where there are more than a trend shows.
   */
  void keepUnreported(Path out) throws IOException {
    Path run = out.resolve(RECORD);
    if (!Files.isRegularFile(run) || Files.exists(report.resolve("index.html"))) {
      return;
    }
    List<Path> before = unreported();
    Path place = report.resolve("unreported").resolve(next(before));
    Files.createDirectories(place);
    Files.move(run, place.resolve(RECORD));
    for (String name : OF_A_RUN) {
      Path file = out.resolve("allure-results").resolve(name);
      if (Files.isRegularFile(file)) {
        Files.move(file, place.resolve(name));
      }
    }
    for (Path old : before.subList(0, Math.max(0, before.size() + 1 - MOST))) {
      Folder.delete(old);
    }
  }

  private static String next(List<Path> before) {
    int last =
        before.isEmpty()
            ? 0
            : Integer.parseInt(before.get(before.size() - 1).getFileName().toString());
    return String.format("%06d", last + 1);
  }
}
