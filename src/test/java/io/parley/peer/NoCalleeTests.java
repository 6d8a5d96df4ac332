package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import org.testng.annotations.Test;

/** A script with a callee where the far end is not ours. */
public class NoCalleeTests {

  @Test
  public void isSkippedAndNothingIsSent() throws IOException {
    try (DatagramSocket farEnd = new DatagramSocket(0, InetAddress.getByName("127.0.5.8"));
        ScriptStage stage = ScriptStage.at("embedded@127.0.5.8:" + farEnd.getLocalPort())) {
      CaseResult result =
          stage.play(
              """
              scenario: Busy at the far end
              id: busy-there
              actors: { caller: { offer: plain } }
              steps:
                - caller: { send: INVITE }
                - callee: { receive: INVITE }
                - callee: { send: 486 }
                - caller: { receive: 486 }
              """);
      assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
      assertThat(result.skip().orElseThrow()).contains("the far end of the target is not Parley's");
      assertThat(result.transcript()).isEmpty();
    }
  }
}
