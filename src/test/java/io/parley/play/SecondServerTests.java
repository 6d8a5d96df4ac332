package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** A trunk of two servers, the first of which cannot serve. */
public class SecondServerTests {
  private static final Path SHIPPED =
      Path.of("scenarios", "call-control", "unavailable-failover.yaml");

  private EmbeddedScript two;
  private EmbeddedScript one;

  @BeforeClass
  public void start() {
    two = new EmbeddedScript();
    one = new EmbeddedScript("{ failover: false }");
  }

  @AfterClass(alwaysRun = true)
  public void stop() {
    two.close();
    one.close();
  }

  @Test
  public void theSecondServerIsCalledWhereTheFirstAnswers503() throws IOException {
    CaseResult result = two.play(Files.readString(SHIPPED));
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  public void anSbcThatKnowsNoSecondServerFailsAndItIsSaidWhereToLook() throws IOException {
    // Its calls go to the usual server, and 503 goes back to the caller.
    String text =
        Files.readString(SHIPPED)
            .replace("when: { capability: failover }", "")
            .replace("${numbers.redundant}", "${numbers.callee}")
            .replace("  - check: callee.INVITE.server == first\n", "");
    CaseResult result = one.play(text);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings().get(0).diagnosis()).contains("Failover");
  }

  @Test
  public void aCallThatComesToAnotherServerFailsAndItIsSaidWhere() {
    CaseResult result =
        two.play(
            """
            scenario: Nothing is wrong with the first server
            id: wrong-server
            actors:
              caller: { offer: plain }
              callee: { number: "${numbers.redundant}" }
            steps:
              - caller: { send: INVITE, to: callee }
              - callee: { receive: INVITE }
              - check: callee.INVITE.server == second
              - callee: { send: 486 }
              - caller: { receive: 486 }
            """);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings().get(0).actual()).contains("first");
  }

  @Test
  public void whereTheSecondRefusesTooTheCallerHearsOfIt() {
    CaseResult result =
        two.play(
            """
            scenario: Both servers are down
            id: both-down
            actors:
              caller: { offer: plain }
              callee: { number: "${numbers.redundant}" }
            steps:
              - caller: { send: INVITE, to: callee }
              - callee: { receive: INVITE }
              - callee: { send: 503 }
              - callee/second: { receive: INVITE }
              - callee/second: { send: 503, headers: { Retry-After: "7" } }
              - caller: { receive: 503, headers: { Retry-After: "/^7/" } }
            """);
    assertThat(result.findings()).isEmpty();
  }

  @Test
  public void aServerThatOthersUseHasNoOutage() {
    String text =
        """
        scenario: The usual server is no case's own
        id: usual-outage
        actors:
          caller: { offer: plain }
        steps:
          - callee: { outage: begin }
          - caller: { send: INVITE }
          - callee: { receive: INVITE }
        """;
    assertThatThrownBy(() -> two.play(text))
        .hasMessageContaining("outage: 'callee' has no server of its own")
        .hasMessageContaining("${numbers.redundant}");
    assertThatThrownBy(() -> two.play(text.replace("begin", "begins")))
        .hasMessageContaining("Did you mean 'begin'?");
  }
}
