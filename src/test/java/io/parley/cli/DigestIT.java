package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.peer.OwnPlace;
import io.parley.peer.Sipp;
import io.parley.wire.Flow;
import java.net.InetSocketAddress;
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
    Path folder = Scratch.folder("digest-");
    InetSocketAddress place = OwnPlace.next();
    Files.writeString(folder.resolve("secret"), password + "\n");
    Files.writeString(
        folder.resolve("target.yaml"),
        """
        target: SIPp
        address: %s
        numbers: { caller: "+15550190000", callee: "+15550100000" }
        credentials: { user: alice, password-file: secret }
        far-end: { played-by: real }
        timers: { final: 8s }
        """
            .formatted(Flow.text(place)));
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
    try (Sipp sipp = DigestPeer.sipp(place, 1)) {
      ParleyProcess.Ended ended =
          ParleyProcess.start(
                  folder, "run", "call.yaml", "--target", "target.yaml", "--no-html", "--no-check")
              .ended();
      assertThat(ended.out()).as(sipp.output()).doesNotContain("message not received");
      return ended;
    }
  }
}
