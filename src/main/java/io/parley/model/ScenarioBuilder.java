package io.parley.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario piece by piece: what is not said is empty, of normal severity and needs no control.
 */
public final class ScenarioBuilder {
  private SourcePosition at;
  private final String id;
  private String title;
  private final String category;
  private Optional<String> requirement = Optional.empty();
  private Severity severity = Severity.NORMAL;
  private List<String> tags = List.of();
  private List<String> sources = List.of();
  private Map<String, Actor> actors = Map.of();
  private List<Step> steps = List.of();
  private Map<String, Expectations> expect = Map.of();
  private Control control = new Control.None();
  private Optional<Scenario.ControlOffer> controlOffer = Optional.empty();
  private boolean malformed;
  private String text = "";
  private List<Advice> diagnosis = List.of();

  ScenarioBuilder(SourcePosition at, String id, String title, String category) {
    this.at = at;
    this.id = id;
    this.title = title;
    this.category = category;
  }

  /** One that begins as a copy. */
  ScenarioBuilder(Scenario from) {
    at = from.at();
    id = from.id();
    title = from.title();
    category = from.category();
    requirement = from.requirement();
    severity = from.severity();
    tags = from.tags();
    sources = from.sources();
    actors = from.actors();
    steps = from.steps();
    expect = from.expect();
    control = from.control();
    controlOffer = from.controlOffer();
    malformed = from.malformed();
    text = from.text();
    diagnosis = from.diagnosis();
  }

  /** Where the file starts. */
  public ScenarioBuilder at(SourcePosition value) {
    at = value;
    return this;
  }

  /** One sentence. */
  public ScenarioBuilder title(String value) {
    title = value;
    return this;
  }

  /** What must hold, in our words. */
  public ScenarioBuilder requirement(Optional<String> value) {
    requirement = value;
    return this;
  }

  /** How much it matters. */
  public ScenarioBuilder severity(Severity value) {
    severity = value;
    return this;
  }

  /** Free words to select by. */
  public ScenarioBuilder tags(List<String> value) {
    tags = value;
    return this;
  }

  /** Documents and sections. */
  public ScenarioBuilder sources(List<String> value) {
    sources = value;
    return this;
  }

  /** Who takes part, by name, in file order. */
  public ScenarioBuilder actors(Map<String, Actor> value) {
    actors = value;
    return this;
  }

  /** What they do, top to bottom. */
  public ScenarioBuilder steps(List<Step> value) {
    steps = value;
    return this;
  }

  /** How it may end, by name; the unnamed one has the empty name. */
  public ScenarioBuilder expect(Map<String, Expectations> value) {
    expect = value;
    return this;
  }

  /** What must work for a refusal to count. */
  public ScenarioBuilder control(Control value) {
    control = value;
    return this;
  }

  /** The base offer of the caller before the mutations of the scenario. */
  public ScenarioBuilder controlOffer(Optional<Scenario.ControlOffer> value) {
    controlOffer = value;
    return this;
  }

  /** Whether something malformed is sent. */
  public ScenarioBuilder malformed(boolean value) {
    malformed = value;
    return this;
  }

  /** The file as written. */
  public ScenarioBuilder text(String value) {
    text = value;
    return this;
  }

  /** What it usually means when it fails, the first that fits counts. */
  public ScenarioBuilder diagnosis(List<Advice> value) {
    diagnosis = value;
    return this;
  }

  /** The finished record. */
  public Scenario build() {
    return new Scenario(
        at,
        id,
        title,
        category,
        requirement,
        severity,
        tags,
        sources,
        actors,
        steps,
        expect,
        control,
        controlOffer,
        malformed,
        text,
        diagnosis);
  }
}
