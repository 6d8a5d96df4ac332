package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.explain.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What {@code parley new --from} writes, played: the same status from the same kind of target. */
public class NewFromCaptureIT {

  @DataProvider
  public Object[][] profiles() {
    Map<String, List<Recorded>> byProfile =
        Recorded.all().stream().collect(Collectors.groupingBy(Recorded::profile));
    return byProfile.entrySet().stream()
        .map(e -> new Object[] {e.getKey(), e.getValue()})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "profiles")
  public void theSameStatusComesBack(String profile, List<Recorded> captures)
      throws IOException, InterruptedException {
    Path folder = Scratch.folder("new-");
    for (Recorded r : captures) {
      Path file = NewFromCaptureTests.written(r.faulty(), "--as", profile);
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    ParleyProcess.Ended ended =
        ParleyProcess.start(folder, "run", ".", "--no-html", "--profile", profile).ended();
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out()).contains(captures.size() + " passed").doesNotContain("skipped");
  }
}
