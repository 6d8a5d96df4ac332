package io.parley.scenario.surface;

import io.parley.diagnosis.Cause;
import io.parley.model.Advice;
import io.parley.model.Doc;
import io.parley.model.SourcePosition;
import io.parley.yaml.Form;
import io.parley.yaml.Located;
import io.parley.yaml.OneOrMany;
import io.parley.yaml.Problems;
import io.parley.yaml.Reader;
import io.parley.yaml.Suggestion;
import io.parley.yaml.Union;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a scenario says of its failures, as written: the id of a known cause, or a map. */
public sealed interface DiagnosisAsk {

  /**
   * A cause that is known.
   *
   * @param id its id
   */
  record Known(String id) implements DiagnosisAsk {}

  /** One of the scenario's own. */
  @Doc("What it usually means when the scenario fails, what to do next and who does it.")
  record Own(
      SourcePosition at,
      @Doc(
              "What it is about: statuses that came, such as 200 or 2xx, and sorts of finding, such as"
                  + " not-repaired; by default whatever the target said otherwise than it should.")
          @OneOrMany
          List<String> on,
      @Doc("What it is called for short: reports sort failed cases by it.") String name,
      @Doc("The likely cause.") String cause,
      @Doc("What to do next.") String next,
      @Doc("Who does it: SBC admin, carrier, network, security, …") String owner)
      implements DiagnosisAsk {}

  /** Reads one. */
  static Reader<DiagnosisAsk> reader() {
    List<String> ids = Cause.all().stream().map(Cause::id).toList();
    return Union.<DiagnosisAsk>of("the id of a known cause, or a map with cause, next and owner")
        .text(
            new Form.Text("a known cause", "^[a-z0-9-]+$", ids),
            (scalar, binder) -> Optional.of(new Known(scalar.text())))
        .keys(Own.class, k -> k);
  }

  /** All of a scenario; what its tags say where it says nothing. */
  static List<Advice> of(List<Located<DiagnosisAsk>> asked, List<String> tags, Problems problems) {
    if (asked.isEmpty()) {
      return Cause.inherited(tags);
    }
    List<Advice> out = new ArrayList<>();
    for (Located<DiagnosisAsk> one : asked) {
      advice(one, problems).ifPresent(out::add);
    }
    return out;
  }

  private static Optional<Advice> advice(Located<DiagnosisAsk> asked, Problems problems) {
    if (asked.value() instanceof Own own) {
      return own(own, problems);
    }
    String id = ((Known) asked.value()).id();
    Optional<Cause> known = Cause.of(id);
    if (known.isEmpty()) {
      problems.add(
          asked.at(),
          "diagnosis: unknown cause '" + id + "'",
          Suggestion.nearest(id, Cause.all().stream().map(Cause::id).toList())
              .map(near -> "Did you mean '" + near + "'?")
              .orElse("Write cause, next and owner yourself, or one of those that are known."));
    }
    return known.map(Cause::advice);
  }

  private static Optional<Advice> own(Own own, Problems problems) {
    try {
      return Optional.of(new Advice(own.on(), own.name(), own.cause(), own.next(), own.owner()));
    } catch (IllegalArgumentException e) {
      problems.add(own.at(), "diagnosis: " + e.getMessage());
      return Optional.empty();
    }
  }
}
