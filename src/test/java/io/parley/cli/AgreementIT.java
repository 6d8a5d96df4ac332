package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.Scratch;
import io.parley.target.docker.RequiresDocker;
import java.nio.file.Path;
import org.testng.annotations.Test;

/**
 * Two SBCs that have nothing in common, one of them not ours, played by every shipped scenario
 * under the four main profiles: they agree, or it is on record why not. {@code mvn verify
 * -Dit.test=AgreementIT -Dgolden.update=true} writes the record anew.
 */
public class AgreementIT {
  /** Where both are right in different ways; each entry says why. */
  private static final Path REASONS = Path.of("docker", "kamailio", "agreement.txt");

  @Test
  public void theyAgreeOrItIsSaidWhyNot() throws Exception {
    RequiresDocker.check();
    Path folder = Scratch.folder("agreement-");
    play(folder, "embedded", "embedded");
    play(folder, "docker:kamailio", "kamailio");
    ParleyProcess.Ended table =
        ParleyProcess.start(
                folder,
                "agree",
                "embedded",
                "kamailio",
                "--reasons",
                REASONS.toAbsolutePath().toString())
            .ended(60);
    assertThat(table.code()).as("%s", table).isZero();
    GoldenFile.assertEquals("agreement.txt", table.out());
  }

  private static void play(Path folder, String target, String out) throws Exception {
    ParleyProcess.Ended ended =
        ParleyProcess.start(folder, "run", "--target", target, "--no-html", "--out", out)
            .ended(400);
    assertThat(ended.code()).as("%s", ended).isZero();
  }
}
