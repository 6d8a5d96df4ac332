package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.Scenario;
import io.parley.model.SendStep;
import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;

public class VariablesTests {
  private static final String TEXT =
      """
      scenario: "${vars.what} over ${vars.transport}"
      id: v
      vars: { what: "Call ${vars.nested}", nested: 0442, transport: tcp, port: 4000, codecs: [PCMU, opus] }
      matrix:
        transport: [udp, tcp]
        suite: [{ name: s80, suite: AES_CM_128_HMAC_SHA1_80 }, { name: s32, suite: AES_CM_128_HMAC_SHA1_32 }]
      offer: { base: plain, port: "${vars.port}", codecs: "${vars.codecs}", srtp: "${matrix.suite.suite}" }
      transport: "${matrix.transport}"
      headers: { Subject: "$${not.this} ${env.WHO}", X: "${target.name}" }
      expect: { status: 200 }
      """;

  private static List<Case> cases(Map<String, String> set) {
    Loaded loaded = ScenarioTexts.load(Contexts.setting(set, Map.of("WHO", "Ann")), TEXT);
    assertThat(loaded.problems()).isEmpty();
    return loaded.cases();
  }

  @Test
  public void everyCombinationIsACaseWithItsNameInTheIdentity() {
    assertThat(cases(Map.of()))
        .extracting(c -> c.id().toString())
        .containsExactly(
            "v[suite=s80,transport=udp]",
            "v[suite=s32,transport=udp]",
            "v[suite=s80,transport=tcp]",
            "v[suite=s32,transport=tcp]");
  }

  @Test
  public void aValueThatIsOnlyAVariableTakesItsType() {
    Scenario scenario = cases(Map.of()).get(1).scenario();
    var offer = scenario.actors().get("caller").offer().orElseThrow();
    assertThat(offer.port()).hasValue(4000);
    assertThat(offer.codecs().orElseThrow()).hasToString("[PCMU, opus]");
    assertThat(offer.srtp().orElseThrow().suites()).containsExactly("AES_CM_128_HMAC_SHA1_32");
    assertThat(scenario.actors().get("caller").transport()).contains("udp");
  }

  @Test
  public void theMatrixComesBeforeVarsAndSetBeforeBoth() {
    assertThat(cases(Map.of()).get(0).scenario().title()).isEqualTo("Call 0442 over udp");
    assertThat(cases(Map.of("transport", "sctp")).get(0).scenario().title())
        .isEqualTo("Call 0442 over sctp");
    assertThat(cases(Map.of("vars.nested", "7")).get(0).scenario().title())
        .isEqualTo("Call 7 over udp");
  }

  @Test
  public void aMatrixValueThatIsSetIsTheOnlyOne() {
    assertThat(cases(Map.of("matrix.transport", "tcp", "matrix.suite", "s32")))
        .extracting(c -> c.id().toString())
        .containsExactly("v[suite=s32,transport=tcp]");
  }

  @Test
  public void textsAreFilledAndEscapesStay() {
    SendStep.Request send = (SendStep.Request) cases(Map.of()).get(0).scenario().steps().get(0);
    assertThat(send.headers().get(0).values()).containsExactly("${not.this} Ann");
    assertThat(send.headers().get(1).values()).containsExactly("test");
  }

  @Test
  public void aNumberThatIsSetReplacesTheTargets() {
    SendStep.Request send =
        (SendStep.Request)
            cases(Map.of("numbers.callee", "+15550199999")).get(0).scenario().steps().get(0);
    assertThat(send.to()).contains("+15550199999");
  }

  @Test
  public void aVariableThatNoScenarioReadsMustNotBeSet() {
    Map<String, String> set = Map.of("transprt", "tcp", "matrix.transport", "tcp");
    Loaded loaded = ScenarioTexts.load(Contexts.setting(set, Map.of("WHO", "Ann")), TEXT);
    assertThat(loaded.problems())
        .extracting(Object::toString)
        .containsExactly(
            "--set transprt: no scenario reads ${vars.transprt}. Did you mean 'vars.transport'?");
  }
}
