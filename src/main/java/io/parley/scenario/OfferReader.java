package io.parley.scenario;

import io.parley.model.OfferSpec;
import io.parley.model.SdpExpectation;
import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Located;
import io.parley.yaml.Node;
import io.parley.yaml.Reader;
import io.parley.yaml.Scalar;
import io.parley.yaml.Suggestion;
import io.parley.yaml.Union;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads offers ({@code secure}, {@code none}, a map) and the checks of what arrives. */
final class OfferReader implements Reader<OfferSpec> {
  private static final List<String> OFFERED = List.of("local", "private");
  private static final List<String> CHECKED = List.of("target", "caller");

  private final Set<String> bases;
  private final Union<OfferSpec> union;

  OfferReader(Set<String> bases) {
    this.bases = bases;
    List<String> names = new ArrayList<>(List.of("none"));
    names.addAll(bases);
    this.union =
        Union.<OfferSpec>of("the name of a base offer, none, or a map of what to offer")
            .text(
                new Form.Text("none = no body, or the name of a file under offers/", "", names),
                this::named)
            .map(List.of(new Form.Keys(OfferKeys.class)), this::written);
  }

  /** {@code none} or a map of what the SDP must be. */
  static Reader<SdpExpectation> check() {
    return Union.<SdpExpectation>of("none, or a map of what the SDP must be")
        .text(
            new Form.Text("none = there is no SDP", "^none$", List.of("none")), OfferReader::absent)
        .map(
            List.of(new Form.Keys(CheckKeys.class)),
            (map, binder) ->
                binder
                    .bind(map, CheckKeys.class)
                    .filter(k -> address(k.address(), CHECKED, binder))
                    .map(CheckKeys::toExpectation));
  }

  @Override
  public Optional<OfferSpec> read(Node node, Binder binder) {
    return union.read(node, binder);
  }

  @Override
  public List<Form> forms() {
    return union.forms();
  }

  private Optional<OfferSpec> named(Scalar scalar, Binder binder) {
    if (scalar.text().equals("none")) {
      return Optional.of(OfferSpec.NO_OFFER);
    }
    Located<String> base = new Located<>(scalar.at(), scalar.text());
    return isBase(base, binder) ? Optional.of(of(scalar.text())) : Optional.empty();
  }

  private Optional<OfferSpec> written(Node map, Binder binder) {
    return binder
        .bind(map, OfferKeys.class)
        .filter(
            k ->
                k.base().map(b -> isBase(b, binder)).orElse(true)
                    & address(k.address(), OFFERED, binder))
        .map(OfferKeys::toSpec);
  }

  private boolean isBase(Located<String> base, Binder binder) {
    boolean known = bases.contains(base.value()) || base.value().equals("actor");
    if (!known) {
      List<String> names = bases.stream().sorted().toList();
      binder.unknown(base.at(), "base offer", base.value(), "Bases under offers/", names);
    }
    return known;
  }

  private static Optional<SdpExpectation> absent(Scalar scalar, Binder binder) {
    if (!scalar.text().equals("none")) {
      binder.expected(scalar, "none, or a map of what the SDP must be");
      return Optional.empty();
    }
    return Optional.of(
        new SdpExpectation(
            scalar.at(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty()));
  }

  /** An address has a dot or a colon in it; anything else must be one of the words. */
  private static boolean address(
      Optional<Located<String>> address, List<String> words, Binder binder) {
    String text = address.map(Located::value).orElse(words.get(0));
    boolean fine = words.contains(text) || text.contains(".") || text.contains(":");
    if (!fine) {
      Optional<String> meant =
          Suggestion.nearest(text, words).map(w -> "Did you mean '" + w + "'?");
      binder
          .problems()
          .add(
              address.orElseThrow().at(),
              "address: expected "
                  + String.join(", ", words)
                  + " or an address, found '"
                  + text
                  + "'",
              meant);
    }
    return fine;
  }

  private static OfferSpec of(String base) {
    OfferSpec e = OfferSpec.EMPTY;
    return new OfferSpec(
        Optional.of(base),
        e.none(),
        e.codecs(),
        e.srtp(),
        e.ice(),
        e.address(),
        e.direction(),
        e.port(),
        e.ptime(),
        e.rtcpMux(),
        e.protocol(),
        e.raw(),
        e.mutate());
  }
}
