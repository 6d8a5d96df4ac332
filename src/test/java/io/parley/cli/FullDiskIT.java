package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.testng.SkipException;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Reports that go where there is no room: a small file system of the test's own. */
public class FullDiskIT {
  private Path folder;

  @BeforeClass
  public void prepare() throws IOException, InterruptedException {
    Process probe = new ProcessBuilder("unshare", "-m", "true").start();
    if (probe.waitFor() != 0) {
      throw new SkipException("unshare -m is not permitted here: no file system of our own");
    }
    folder = Scratch.folder("full-");
    Files.createDirectory(folder.resolve("small"));
    Files.writeString(folder.resolve("bad.yaml"), scenario("bad", 488));
    Files.writeString(folder.resolve("good.yaml"), scenario("good", 200));
  }

  private static String scenario(String id, int status) {
    return """
    scenario: A call that is accepted
    id: %s
    offer: { base: plain }
    control: none
    expect: { status: %d }
    """
        .formatted(id, status);
  }

  @DataProvider
  public Object[][] places() {
    return new Object[][] {
      {"size=24k", "bad.yaml", 1, "No space left on device"},
      {"size=24k", "good.yaml", 3, "No space left on device"},
      {"size=400k", "bad.yaml", 1, "cannot be written"},
    };
  }

  @Test(dataProvider = "places")
  public void theVerdictsAreToldAndWhatIsMissing(String size, String file, int code, String why) {
    ParleyProcess.Ended ended = run(size, file, "small/reports");
    assertThat(ended.code()).as("%s", ended).isEqualTo(code);
    assertThat(ended.out()).contains("1 case in");
    assertThat(ended.err())
        .contains("the reports are not whole: small/reports", why)
        .doesNotContain("Exception", "fault of Parley");
  }

  @DataProvider
  public Object[][] closedPlaces() {
    return new Object[][] {
      {"ro", "small", "Read-only file system"},
      {"ro", "small/reports", "Read-only file system"},
      {"rw", "bad.yaml", "there is a file of that name"},
      {"rw", "bad.yaml/reports", "Not a directory"},
      {"rw", "small/" + "r".repeat(300), "File name too long"},
    };
  }

  /** Found out before a call is made. */
  @Test(dataProvider = "closedPlaces")
  public void whereNothingCanBeWrittenNothingIsSent(String mode, String out, String why) {
    ParleyProcess.Ended ended = run(mode, "good.yaml", out);
    assertThat(ended.code()).as("%s", ended).isEqualTo(2);
    assertThat(ended.out()).doesNotContain("1 case in");
    assertThat(ended.err())
        .contains(
            "--out " + out + ": expected a folder that can be written", why, "nothing was sent")
        .doesNotContain("Exception", "fault of Parley");
  }

  /** A run whose reports go to a place of that file system, mounted for it alone. */
  private ParleyProcess.Ended run(String options, String file, String out) {
    String mount = "mount -t tmpfs -o %s tmpfs small && exec \"$@\"".formatted(options);
    return ParleyProcess.startCommand(
            folder,
            Map.of(),
            List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                mount,
                "sh",
                ParleyProcess.java(),
                "-jar",
                ParleyProcess.jar().toString(),
                "run",
                file,
                "--profile",
                "sipconnect",
                "--out",
                out))
        .ended();
  }
}
