package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.Test;

/** SIPp asks for a digest and verifies it itself; Parley is run as a user runs it. */
public class DigestIT {
  @Test
  public void theRightPasswordIsAccepted() throws Exception {
    ParleyProcess.Ended ended = run("wonderland", "{ status: 200 }");
    assertThat(ended.code()).as("%s", ended).isZero();
    assertThat(ended.out()).contains("1 passed");
  }

  @Test
  public void theWrongPasswordIsNot() throws Exception {
    ParleyProcess.Ended ended = run("looking-glass", "{ status: 200 }");
    assertThat(ended.code()).as("%s", ended).isEqualTo(1);
    assertThat(ended.out()).contains("403 Forbidden").doesNotContain("looking-glass");
  }

  private static ParleyProcess.Ended run(String password, String expect) throws Exception {
    Path folder = Files.createTempDirectory("parley-digest-");
    int port = DigestPeer.freePort();
    Files.writeString(folder.resolve("secret"), password + "\n");
    Files.writeString(
        folder.resolve("target.yaml"),
        """
        target: SIPp
        address: %s:%d
        numbers: { caller: "+15550190000", callee: "+15550100000" }
        credentials: { user: alice, password-file: secret }
        far-end: { played-by: real }
        timers: { final: 8s }
        """
            .formatted(DigestPeer.HOST, port));
    Files.writeString(
        folder.resolve("call.yaml"),
        """
        scenario: A challenged call
        id: challenged
        offer: plain
        control: none
        expect: %s
        """
            .formatted(expect));
    Process sipp = DigestPeer.sipp(folder, port, 1);
    try {
      return ParleyProcess.start(
              folder, "run", "call.yaml", "--target", "target.yaml", "--no-html", "--no-check")
          .ended();
    } finally {
      sipp.destroy();
    }
  }
}
