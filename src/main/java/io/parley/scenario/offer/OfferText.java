package io.parley.scenario.offer;

import io.parley.model.OfferSpec;
import io.parley.yaml.Binder;
import io.parley.yaml.Problems;
import io.parley.yaml.Yaml;
import java.util.Optional;

/** An offer as it stands in a scenario, read by itself. */
public final class OfferText {
  private OfferText() {}

  /**
   * The offer, resolved over the shipped base that it names.
   *
   * @param yaml a map of what to offer, as under {@code offer:}
   * @return empty when the text is no offer
   */
  public static Optional<OfferSpec> read(String yaml) {
    Problems problems = new Problems();
    BaseOffers bases = BaseOffers.in(Optional.empty(), problems);
    return Yaml.parse("offer", yaml, problems)
        .flatMap(
            node -> new Binder(problems, OfferLanguage.readers(bases)).bind(node, OfferSpec.class))
        .map(bases::resolve)
        .filter(o -> problems.isEmpty());
  }
}
