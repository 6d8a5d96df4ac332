package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.model.Finding;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.wire.Flow;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** A Kamailio that relays calls but no media: nothing hides the addresses of the two parties. */
public class NoMediaRelayIT {
  private static final String CALL =
      """
      scenario: The media goes through the SBC
      id: anchored
      tags: [anchoring]
      actors:
        caller: { offer: { base: plain, codecs: [PCMU, PCMA] } }
      steps:
        - caller: { send: INVITE }
        - callee: { receive: INVITE%s }
        - callee: { send: 200 }
        - caller: { receive: 200%s }
        - callee: { receive: ACK }
        - caller: { send: BYE }
        - callee: { receive: BYE }
        - caller: { receive: 200 }
      """;

  private final List<KamailioProcess> started = new ArrayList<>();
  private ScriptStage stage;

  @BeforeClass
  public void start() throws Exception {
    KamailioProcess.require();
    stage = stage(OwnPlace.next(), OwnPlace.apart());
  }

  private ScriptStage stage(InetSocketAddress place, InetSocketAddress listen) throws Exception {
    String text =
        Files.readString(Path.of("src/test/resources/kamailio/relay.cfg"))
            .replace("ADDRESS", Flow.text(place))
            .replace("FAR_END", Flow.text(listen));
    started.add(KamailioProcess.start(text, place));
    Path file = Scratch.file("target-", ".yaml");
    file.toFile().deleteOnExit();
    Files.writeString(
        file,
        """
        target: Kamailio without rtpengine
        address: %s
        transports: [udp]
        numbers: { caller: "+15550190000", callee: "+15550100000" }
        far-end: { played-by: parley, listen: %s }
        """
            .formatted(Flow.text(place), Flow.text(listen)));
    return ScriptStage.at(file.toString());
  }

  @AfterClass(alwaysRun = true)
  public void stop() throws Exception {
    if (stage != null) {
      stage.close();
    }
    for (KamailioProcess kamailio : started) {
      kamailio.close();
    }
  }

  /** Where the target has an address of ours, the check is met by chance: the report says so. */
  @Test
  public void whereNothingIsProvedItIsSaid() throws Exception {
    try (ScriptStage same = stage(OwnPlace.next(), OwnPlace.next())) {
      CaseResult result = same.play(CALL.formatted(", offer: { address: target }", ""));
      assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
      assertThat(result.notes())
          .containsExactly(
              "'address: target' proves nothing here: %s is Parley's address too. Give Parley another one ('local: { bind }', 'far-end: { listen }')"
                  .formatted(OwnPlace.host()));
    }
  }

  @Test
  public void theCallItselfPasses() {
    CaseResult result = stage.play(CALL.formatted("", ""));
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  /** The check on the callee's side or on the caller's. */
  @DataProvider
  public Object[][] legs() {
    return new Object[][] {
      {", offer: { address: target }", ""}, {"", ", answer: { address: target }"}
    };
  }

  @Test(dataProvider = "legs")
  public void theAddressIsNotTheTargets(String callee, String caller) {
    CaseResult result = stage.play(CALL.formatted(callee, caller));
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings()).hasSize(1);
    Finding finding = result.findings().get(0);
    assertThat(finding.toString())
        .startsWith(
            "SDP differs: expected address target [" + OwnPlace.host() + "], found address ")
        .contains(", Parley's own: it was passed on as it came");
    assertThat(finding.cause())
        .contains("The SBC passes the media address of one side to the other");
    assertThat(finding.closest().orElseThrow()).contains("c=IN IP4").contains("<<<<<");
  }
}
