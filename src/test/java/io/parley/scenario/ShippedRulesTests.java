package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Control;
import io.parley.model.Evidence;
import io.parley.model.Expectation;
import io.parley.model.Expectations;
import io.parley.model.Outcome;
import io.parley.model.Scenario;
import io.parley.model.StatusPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/** What every scenario that we ship must tell, whatever it tests. */
public class ShippedRulesTests {
  private static final Path FOLDER = Path.of("scenarios");
  private static final List<String> OTHER_FILES =
      List.of("offers", "profiles", "targets", "phones", "requirements", "steps", "schema");

  private final Loaded loaded = Catalogue.load(List.of(FOLDER), Contexts.full());
  private final List<Scenario> scenarios = loaded.scenarios();

  @Test
  public void eachSaysWhatItRequiresAndOnWhatItRests() {
    assertThat(scenarios)
        .isNotEmpty()
        .allMatch(s -> s.requirement().isPresent(), "has a requirement")
        .allMatch(s -> !s.sources().isEmpty(), "has sources")
        .allMatch(s -> !s.tags().isEmpty(), "has tags");
  }

  @Test
  public void eachIsNamedAfterItsFile() {
    assertThat(scenarios)
        .allSatisfy(s -> assertThat(s.at().file()).endsWith("/" + s.id() + ".yaml"));
  }

  @Test
  public void eachNamesTheSchemaInItsFirstLine() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertThat(files.filter(f -> f.toString().endsWith(".yaml")))
          .filteredOn(f -> !OTHER_FILES.contains(f.getParent().getFileName().toString()))
          .isNotEmpty()
          .allSatisfy(
              f ->
                  assertThat(Files.readAllLines(f).get(0))
                      .isEqualTo("# yaml-language-server: $schema=../schema/scenario.schema.json"));
    }
  }

  @Test
  public void eachExpectationSaysHowItIsKnown() {
    assertThat(expectations())
        .isNotEmpty()
        .allMatch(e -> e.evidence().isPresent(), "has evidence")
        .allMatch(e -> e.source().isPresent(), "has a source");
  }

  @Test
  public void whatIsOnlyInferredIsNotCalledDocumented() {
    assertThat(expectations())
        .filteredOn(e -> e.evidence().equals(java.util.Optional.of(Evidence.RFC)))
        .allMatch(e -> e.source().orElse("").contains("RFC "), "cites an RFC");
    assertThat(expectations())
        .filteredOn(e -> e.evidence().equals(java.util.Optional.of(Evidence.DOCUMENTED)))
        .allMatch(
            e -> e.source().orElse("").matches("(Microsoft|Zoom|Jola|jambonz|Telnyx|Exotel).*"),
            "cites the vendor");
  }

  @Test
  public void severalStatusClassesNeedAReason() {
    assertThat(expectations())
        .filteredOn(e -> classes(e).size() > 1)
        .isNotEmpty()
        .allMatch(e -> e.why().isPresent(), "says why");
  }

  @Test
  public void eachShortFormKnowsEveryShippedProfile() {
    assertThat(scenarios)
        .filteredOn(ShippedRulesTests::isOneCall)
        .allSatisfy(
            s ->
                Contexts.PROFILES.forEach(
                    p ->
                        assertThat(s.expect().get("").forProfile(Contexts.full().profiles().get(p)))
                            .as("%s for %s", s.id(), p)
                            .isPresent()));
  }

  /**
   * One call, one outcome; a refusal later in a call is proved by the call before it. Who asks for
   * a certificate is not the same everywhere.
   */
  private static boolean isOneCall(Scenario scenario) {
    return !scenario.hasCallee()
        && scenario.steps().size() == 2
        && scenario.expect().containsKey("")
        && !scenario.tags().contains("tls");
  }

  @Test
  public void aRefusalHasAControl() {
    assertThat(loaded.cases())
        .filteredOn(c -> isOneCall(c.scenario()))
        .filteredOn(c -> c.expected().values().stream().anyMatch(e -> !accepts(e)))
        .extracting(c -> c.scenario())
        .isNotEmpty()
        .allMatch(
            s -> s.control() instanceof Control.ScenarioId || s.controlOffer().isPresent(),
            "has a control");
  }

  @Test
  public void everyAnswerThatInteropTurnsOnIsExpectedSomewhere() {
    Set<String> statuses =
        expectations()
            .flatMap(e -> e.any().stream())
            .flatMap(o -> o.status().stream())
            .map(StatusPattern::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(statuses)
        .contains("200", "400", "404", "410", "415", "486", "488", "500", "503", "603");
    assertThat(scenarios).extracting(Scenario::id).contains("cancelled");
  }

  private Stream<Expectation> expectations() {
    return scenarios.stream().flatMap(ShippedRulesTests::expectations);
  }

  private static Stream<Expectation> expectations(Scenario scenario) {
    return scenario.expect().values().stream()
        .flatMap(
            e ->
                e instanceof Expectations.Flat flat
                    ? Stream.of(flat.expectation())
                    : ((Expectations.ByProfile) e).profiles().values().stream());
  }

  private static boolean accepts(Expectation expectation) {
    return expectation.any().stream()
        .flatMap(o -> o.status().stream())
        .anyMatch(p -> p.matches(200));
  }

  private static Set<Integer> classes(Expectation expectation) {
    return expectation.any().stream()
        .map(Outcome::status)
        .flatMap(List::stream)
        .filter(StatusPattern.Code.class::isInstance)
        .map(p -> ((StatusPattern.Code) p).status() / 100)
        .collect(Collectors.toSet());
  }
}
