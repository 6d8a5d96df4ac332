package io.parley.cli;

import io.parley.compare.RunFile;
import io.parley.run.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.BeforeMethod;

/** Two runs of a change window in a folder, and what the command prints of them. */
abstract class ComparedRuns {
  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  Path folder;

  @BeforeMethod
  public void clear() throws IOException {
    out.reset();
    err.reset();
    // Of the same length everywhere: what is printed is wrapped.
    folder = Path.of("target", "compare-tests");
    for (String run : List.of("before", "after")) {
      Files.deleteIfExists(folder.resolve(run).resolve("run.json"));
      Files.deleteIfExists(folder.resolve(run));
    }
    Files.createDirectories(folder);
  }

  static RunFile before() {
    return warning(
            new RunFile("2026-11-20T10:00:00Z")
                .played(
                    "srtp-demanded@teams",
                    "passed",
                    "response/status",
                    "488",
                    "response/phrase",
                    "Not Acceptable Here")
                .failed("busy-through", "486", "answered 503", "response/status", "503")
                .played("codec-order", "passed", answer("PCMU/8000, PCMA/8000")),
            "304 sbc \"Media type not available\"")
        .timed("slow", 20, 21, 22, 23, 24, 25)
        .played("gone", "passed", "response/status", "200")
        .played("now-skipped", "passed", "response/status", "200")
        .skipped("never", "no expectation for zoom-byoc");
  }

  static RunFile after() {
    return warning(
            new RunFile("2026-11-21T10:00:00Z")
                .about("software", "SBC 7.3")
                .failed(
                    "srtp-demanded@teams",
                    "488",
                    "answered 200 OK after 31 ms",
                    "response/status",
                    "200",
                    "response/phrase",
                    "OK")
                .played("busy-through", "passed", "response/status", "486")
                .played("codec-order", "passed", answer("PCMA/8000, PCMU/8000")),
            "399 sbc \"Denied\"")
        .timed("slow", 120, 121, 122, 123, 124, 125)
        .played("new", "passed", "response/status", "200")
        .skipped("now-skipped", "the target has no number 'busy'")
        .skipped("never", "no expectation for zoom-byoc");
  }

  private static String[] answer(String codecs) {
    return new String[] {
      "response/status", "200", "response/audio codecs", codecs, "response/streams", "audio"
    };
  }

  /** The same with two refusals that carry a warning. */
  private static RunFile warning(RunFile run, String warning) {
    String[] refused = {"response/status", "488", "response/Warning:", warning};
    return run.played("warned[codec=PCMU]", "passed", refused)
        .played("warned[codec=PCMA]", "passed", refused);
  }

  /** Writes both runs where they are looked for. */
  void both() {
    before().in(folder.resolve("before"));
    after().in(folder.resolve("after"));
  }

  ExitCode compare(String... more) {
    List<String> all = new ArrayList<>(List.of("compare"));
    all.add(folder.resolve("before").toString());
    all.add(folder.resolve("after").toString());
    all.addAll(List.of(more));
    Console console = new Console(out, err, false, new Palette(false));
    return new CompareCommand(console, TODAY)
        .execute(
            CompareOptions.of(
                CommandTree.build().parseArgs(all.toArray(String[]::new)).subcommand()));
  }

  String shown() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
