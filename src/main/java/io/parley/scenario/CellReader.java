package io.parley.scenario;

import io.parley.model.Control;
import io.parley.model.Expectations;
import io.parley.model.MessageMutation;
import io.parley.model.OfferSpec;
import io.parley.model.Scenario;
import io.parley.model.SendStep;
import io.parley.model.Severity;
import io.parley.model.Step;
import io.parley.scenario.context.LoadContext;
import io.parley.scenario.expand.Names;
import io.parley.scenario.expand.Numbers;
import io.parley.scenario.files.SourceFile;
import io.parley.scenario.offer.BaseOffers;
import io.parley.scenario.surface.DiagnosisAsk;
import io.parley.scenario.surface.ScenarioFile;
import io.parley.scenario.write.BuildableOffers;
import io.parley.scenario.write.ExpectReader;
import io.parley.scenario.write.LongForm;
import io.parley.scenario.write.Script;
import io.parley.scenario.write.ShortForm;
import io.parley.yaml.Binder;
import io.parley.yaml.Located;
import io.parley.yaml.Mapping;
import java.util.Map;
import java.util.Optional;

/** Reads one file in one matrix cell, variables filled in, as a scenario of the model. */
final class CellReader {
  private final SourceFile source;
  private final BaseOffers bases;
  private final Binder binder;
  private final LoadContext context;
  private final Names names;

  CellReader(SourceFile source, BaseOffers bases, Binder binder, LoadContext context, Names names) {
    this.source = source;
    this.bases = bases;
    this.binder = binder;
    this.context = context;
    this.names = names;
  }

  /** The scenario; empty when something is wrong, which is then in the problems. */
  Optional<Scenario> read(Mapping map) {
    int before = binder.problems().count();
    Map<String, Expectations> expect = expect(map);
    return binder
        .bind(map, ScenarioFile.class)
        .flatMap(file -> script(file).map(script -> scenario(file, script, expect)))
        .map(this::checked)
        .filter(scenario -> binder.problems().count() == before);
  }

  private Scenario checked(Scenario scenario) {
    new BuildableOffers(binder.problems()).check(scenario);
    return scenario;
  }

  private Optional<Script> script(ScenarioFile file) {
    Numbers numbers = new Numbers(names, context);
    return file.steps().isPresent()
        ? new LongForm(file, bases, numbers, binder.problems()).script()
        : new ShortForm(file, bases, numbers, binder.problems()).script();
  }

  private Map<String, Expectations> expect(Mapping map) {
    return map.get("expect").orElse(map) instanceof Mapping block && block != map
        ? new ExpectReader(binder, context.profiles().keySet()).read(block, ExpectReader.names(map))
        : Map.of();
  }

  private Scenario scenario(ScenarioFile file, Script script, Map<String, Expectations> expect) {
    return Scenario.of(file.at(), file.id().value(), file.title(), source.category())
        .requirement(file.requirement())
        .tags(file.tags())
        .sources(file.sources())
        .severity(file.severity().orElse(Severity.NORMAL))
        .actors(script.actors())
        .steps(script.steps())
        .expect(expect)
        .control(file.control().map(Located::value).orElse(new Control.Base()))
        .controlOffer(script.base())
        .malformed(malformed(script))
        .text(source.text())
        .diagnosis(DiagnosisAsk.of(file.diagnosis(), file.tags(), binder.problems()))
        .build();
  }

  /** Whether anything is sent that a well-behaved agent would not send. */
  private static boolean malformed(Script script) {
    return script.steps().stream().anyMatch(CellReader::malformed)
        || script.actors().values().stream().anyMatch(a -> faulty(a.offer()) || faulty(a.answer()));
  }

  private static boolean malformed(Step step) {
    if (step instanceof SendStep.Request s) {
      return s.mutate().stream().anyMatch(m -> !(m instanceof MessageMutation.Lose))
          || faulty(s.offer())
          || faulty(s.answer());
    }
    if (step instanceof SendStep.Response s) {
      return faulty(s.offer()) || faulty(s.answer());
    }
    return step instanceof SendStep.Raw;
  }

  private static boolean faulty(Optional<OfferSpec> offer) {
    return offer.map(o -> !o.mutate().isEmpty() || o.raw().isPresent()).orElse(false);
  }
}
