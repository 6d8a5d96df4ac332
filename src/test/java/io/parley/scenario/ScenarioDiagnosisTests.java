package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.diagnosis.Cause;
import io.parley.diagnosis.Circumstances;
import io.parley.diagnosis.Diagnosis;
import io.parley.model.Advice;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Scenario;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.testng.annotations.Test;

/** What shipped scenarios say of their failures, and when it is told. */
public class ScenarioDiagnosisTests {
  private static final Collection<Scenario> SHIPPED = shipped();

  private static Collection<Scenario> shipped() {
    Map<String, Scenario> out = new LinkedHashMap<>();
    Catalogue.load(List.of(Path.of("scenarios")), Contexts.full())
        .cases()
        .forEach(c -> out.put(c.scenario().id(), c.scenario()));
    return out.values();
  }

  private static Finding told(Scenario scenario, FindingKind kind, int status) {
    Circumstances known =
        new Circumstances(
            OptionalInt.empty(),
            status == 0 ? OptionalInt.empty() : OptionalInt.of(status),
            scenario.tags(),
            scenario.diagnosis(),
            false);
    Finding finding = Finding.of(kind, scenario.at(), "one thing", "another");
    return Diagnosis.shipped().of(finding, known);
  }

  @Test
  public void everyScenarioKnowsWhyItFails() {
    assertThat(SHIPPED).hasSizeGreaterThan(200);
    assertThat(SHIPPED).filteredOn(s -> s.diagnosis().isEmpty()).extracting(Scenario::id).isEmpty();
  }

  /** It is called something other than what is said where nothing is known. */
  @Test
  public void everyScenarioTellsItsOwnCauseForOneAnswerAtLeast() {
    assertThat(SHIPPED)
        .allSatisfy(
            s -> {
              List<String> own = s.diagnosis().stream().map(Advice::cause).toList();
              List<String> told =
                  List.of(
                      told(s, FindingKind.STATUS, 200).cause().orElse(""),
                      told(s, FindingKind.STATUS, 488).cause().orElse(""),
                      told(s, FindingKind.CHECK, 200).cause().orElse(""),
                      told(s, FindingKind.SDP, 200).cause().orElse(""));
              assertThat(told).as(s.id()).containsAnyElementsOf(own);
            });
  }

  @Test
  public void everyKnownCauseIsUsed() {
    Set<String> used =
        SHIPPED.stream()
            .flatMap(s -> s.diagnosis().stream())
            .map(Advice::cause)
            .collect(Collectors.toSet());
    assertThat(Cause.all())
        .filteredOn(c -> !used.contains(c.cause()))
        .as("neither named nor there for scenarios of others")
        .allMatch(c -> !c.tags().isEmpty());
    assertThat(Cause.all()).extracting(Cause::id).doesNotHaveDuplicates();
    assertThat(Cause.all())
        .allSatisfy(c -> assertThat(c.name()).hasSizeBetween(3, 32).matches("[A-Z][A-Za-z -]+"));
  }

  @Test
  public void whatSaysMoreOfTheTargetComesBeforeTheScenario() {
    Scenario srtp = named("srtp-none");
    assertThat(told(srtp, FindingKind.STATUS, 200).diagnosis()).contains("SRTP policy");
    assertThat(told(srtp, FindingKind.STATUS, 200).cause().orElse("")).startsWith("SRTP is off");
    assertThat(told(srtp, FindingKind.STATUS, 488).cause().orElse("")).contains("does not meet");
    assertThat(told(srtp, FindingKind.STATUS, 503).diagnosis()).contains("No capacity");
    assertThat(told(srtp, FindingKind.STATUS, 401).diagnosis()).contains("Credentials wanted");
    assertThat(told(srtp, FindingKind.CONTROL, 200).diagnosis()).contains("Good call refused");
    assertThat(told(srtp, FindingKind.ANSWER, 200).diagnosis()).contains("Answer against RFC 3264");
  }

  @Test
  public void whatTheScenarioSaysOfThatVeryStatusComesFirst() {
    Scenario own =
        scenario(
            "{ on: [503, not-received], name: Two trunks, cause: The first trunk is down, next: Look"
                + " at it, owner: carrier }");
    assertThat(told(own, FindingKind.STATUS, 503).diagnosis()).contains("Two trunks");
    assertThat(told(own, FindingKind.NOT_RECEIVED, 0).owner()).contains("carrier");
    assertThat(told(own, FindingKind.STATUS, 488).diagnosis()).contains("Offer not acceptable");
  }

  @Test
  public void aScenarioThatSaysNothingInheritsByItsTags() {
    assertThat(scenario("").diagnosis()).isEmpty();
    Scenario tagged =
        Catalogue.load("a.yaml", text("tags: [made-up, fragmentation]"), Contexts.selecting())
            .cases()
            .get(0)
            .scenario();
    assertThat(tagged.diagnosis()).extracting(Advice::name).containsExactly("Long request");
  }

  private static Scenario scenario(String diagnosis) {
    String line = diagnosis.isEmpty() ? "" : "diagnosis: " + diagnosis;
    Loaded loaded = Catalogue.load("a.yaml", text(line), Contexts.selecting());
    assertThat(loaded.problems()).isEmpty();
    return loaded.cases().get(0).scenario();
  }

  private static String text(String line) {
    return "scenario: A call\nid: a-call\n" + line + "\noffer: plain\nexpect: { status: 200 }\n";
  }

  private static Scenario named(String id) {
    return SHIPPED.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }
}
