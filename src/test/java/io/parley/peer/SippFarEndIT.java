package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.target.docker.KamailioTarget;
import io.parley.target.docker.RequiresDocker;
import io.parley.wire.Flow;
import java.net.InetSocketAddress;
import java.util.List;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Parley calls SIPp, which none of us wrote, through an SBC. */
public class SippFarEndIT {
  private static final List<String> TARGETS = List.of("embedded", KamailioTarget.NAME);
  private static final String HEAD =
      """
      scenario: A call to SIPp
      id: to-sipp
      actors:
        caller: { offer: { base: plain, codecs: [PCMU, PCMA] } }
      steps:
        - caller: { send: INVITE }
      """;

  private static final String HUNG_UP =
      """
        - caller: { receive: 180 }
        - caller: { receive: 200, answer: { codecs: [PCMU], srtp: none, address: target } }
        - caller: { send: BYE }
        - caller: { receive: 200 }
      """;

  @BeforeClass
  public void sippIsThere() {
    Sipp.require();
  }

  @DataProvider
  public Object[][] targets() {
    return TARGETS.stream().map(t -> new Object[] {t}).toArray(Object[][]::new);
  }

  /**
   * The scenario that SIPp brings along forgets the Record-Route of its dialog (RFC 3261 §12.1.1),
   * so that it cannot be hung up through a proxy; behind a B2BUA nothing is lost.
   */
  @Test
  public void itsOwnUasAnswersAndIsHungUp() throws Exception {
    InetSocketAddress place = OwnPlace.next();
    try (Sipp sipp = Sipp.start("-sn uas", Sipp.at(place)).listening(place);
        ScriptStage stage = ScriptStage.at("embedded@" + Flow.text(place))) {
      CaseResult result = stage.play(HEAD + HUNG_UP);
      assertThat(result.findings()).as(sipp.output()).isEmpty();
      assertPassed(result);
    }
  }

  @Test(dataProvider = "targets")
  public void itAnswersAndIsHungUp(String target) throws Exception {
    assertPassed(play(target, "-sf " + Sipp.file(SippFarEnd.answers()), HUNG_UP));
  }

  /** Final responses of SIPp, with a header that tells more, and the caller's name for it. */
  @DataProvider
  public Object[][] refusals() {
    String[][] rows = {
      {"486 Busy Here", "Reason: Q.850;cause=17", "Reason"},
      {"488 Not Acceptable Here", "Warning: 305 sipp \"Incompatible media format\"", "Warning"},
      {"603 Decline", "Reason: Q.850;cause=21", "Reason"},
      {"404 Not Found", "Reason: Q.850;cause=1", "Reason"},
      {"480 Temporarily Unavailable", "Retry-After: 120", "Retry-After"},
      {"500 Server Internal Error", "Retry-After: 5", "Retry-After"}
    };
    return TARGETS.stream()
        .flatMap(t -> List.of(rows).stream().map(r -> new Object[] {t, r[0], r[1], r[2]}))
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "refusals")
  public void whatItRefusesWithReachesTheCaller(
      String target, String line, String header, String name) throws Exception {
    String status = line.substring(0, 3);
    String value = header.substring(header.indexOf(':') + 2).replace("sipp \"", "").split(" ")[0];
    String steps =
        "  - caller: { receive: %s }\n  - check: caller.%s.%s matches /%s/\n"
            .formatted(status, status, name, value.replace(".", "\\."));
    assertPassed(play(target, "-sf " + Sipp.file(SippFarEnd.refuses(line, header)), steps));
  }

  @Test(dataProvider = "targets")
  public void itHangsUp(String target) throws Exception {
    String steps =
        """
          - caller: { receive: 180 }
          - caller: { receive: 200, answer: { address: target } }
          - caller: { receive: BYE, within: 10s }
          - caller: { send: 200 }
        """;
    assertPassed(play(target, "-sf " + Sipp.file(SippFarEnd.hangsUp()), steps));
  }

  @Test(dataProvider = "targets")
  public void itHoldsAndResumes(String target) throws Exception {
    String steps =
        """
          - caller: { receive: 200, answer: { direction: sendrecv, address: target } }
          - caller: { receive: INVITE, within: 10s, offer: { direction: sendonly, address: target } }
          - caller: { send: 200, answer: { direction: recvonly } }
          - caller: { receive: ACK }
          - caller: { receive: INVITE, within: 10s, offer: { direction: sendrecv, address: target } }
          - caller: { send: 200, answer: { direction: sendrecv } }
          - caller: { receive: ACK }
          - caller: { receive: BYE, within: 10s }
          - caller: { send: 200 }
        """;
    assertPassed(play(target, "-sf " + Sipp.file(SippFarEnd.holds()), steps));
  }

  private static CaseResult play(String target, String scenario, String steps) throws Exception {
    if (target.equals(KamailioTarget.NAME)) {
      RequiresDocker.check();
    }
    InetSocketAddress place = OwnPlace.next();
    try (Sipp sipp = Sipp.start(scenario, "-m 1 -timeout 60", Sipp.at(place)).listening(place);
        ScriptStage stage = ScriptStage.at(target + "@" + Flow.text(place))) {
      CaseResult result = stage.play(HEAD + steps);
      assertThat(result.findings()).as(sipp.output()).isEmpty();
      assertThat(sipp.exitCode()).as(sipp.output()).isZero();
      return result;
    }
  }

  private static void assertPassed(CaseResult result) {
    assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.PASSED);
  }
}
