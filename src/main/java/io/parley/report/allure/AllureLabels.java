package io.parley.report.allure;

import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Scenario;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a case is filed under in a report. */
final class AllureLabels {
  private AllureLabels() {}

  /** {@code An offer without SRTP is refused [codec=PCMU] @teams-direct-routing}. */
  static String name(Case played) {
    CaseId id = played.id();
    String cell = id.withoutProfile().substring(id.scenario().length());
    return played.scenario().title()
        + (cell.isEmpty() ? "" : " " + cell)
        + id.profile().map(p -> " @" + p).orElse("");
  }

  /**
   * Suites by folder and scenario; behaviours by folder, scenario and profile; severity, tags,
   * host.
   */
  static List<Label> labels(Case played) {
    Scenario scenario = played.scenario();
    String category = scenario.category().isEmpty() ? "scenarios" : scenario.category();
    String profile = played.id().profile().orElse("any profile");
    List<Label> out = new ArrayList<>();
    add(out, "parentSuite", category);
    add(out, "suite", scenario.id());
    add(out, "epic", category);
    add(out, "feature", scenario.title());
    add(out, "story", profile);
    add(out, "severity", scenario.severity().name().toLowerCase(Locale.ROOT));
    scenario.tags().forEach(tag -> add(out, "tag", tag));
    played.id().profile().ifPresent(p -> add(out, "tag", p));
    add(out, "host", HOST);
    add(out, "thread", Thread.currentThread().getName());
    add(out, "framework", "parley");
    add(out, "package", category + "." + scenario.id());
    return out;
  }

  private static final String HOST = host();

  private static String host() {
    return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");
  }

  private static void add(List<Label> out, String name, String value) {
    out.add(new Label().setName(name).setValue(value));
  }

  /** Profile, transport, the codecs offered, and the matrix cell. */
  static List<Parameter> parameters(CaseResult result) {
    CaseId id = result.played().id();
    List<Parameter> out = new ArrayList<>();
    id.profile().ifPresent(p -> out.add(parameter("profile", p)));
    transport(result).ifPresent(t -> out.add(parameter("transport", t)));
    if (!id.cell().containsKey("codec")) {
      OfferedCodecs.of(result).ifPresent(c -> out.add(parameter("codec", c)));
    }
    id.cell().forEach((k, v) -> out.add(parameter(k, v)));
    return out;
  }

  private static Parameter parameter(String name, String value) {
    return new Parameter().setName(name).setValue(value);
  }

  /** What was used, else what the scenario asks for. */
  private static Optional<String> transport(CaseResult result) {
    return result.transcript().stream()
        .map(TranscriptEntry::frame)
        .map(f -> f.flow().transport().parameter())
        .findFirst()
        .or(
            () ->
                result.played().scenario().actors().values().stream()
                    .map(Actor::transport)
                    .flatMap(Optional::stream)
                    .findFirst());
  }
}
