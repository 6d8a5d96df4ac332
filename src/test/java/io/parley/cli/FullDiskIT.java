package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
    folder = Files.createTempDirectory("parley-full-");
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
    String mount = "mount -t tmpfs -o %s tmpfs small && exec \"$@\"".formatted(size);
    ParleyProcess.Ended ended =
        ParleyProcess.startCommand(
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
                    "small/reports"))
            .ended();
    assertThat(ended.code()).as("%s", ended).isEqualTo(code);
    assertThat(ended.out()).contains("1 case in");
    assertThat(ended.err())
        .contains("the reports are not whole: small/reports", why)
        .doesNotContain("Exception", "fault of Parley");
  }
}
