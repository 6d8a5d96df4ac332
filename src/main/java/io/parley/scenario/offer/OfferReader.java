package io.parley.scenario.offer;

import io.parley.model.OfferSpec;
import io.parley.model.SdpExpectation;
import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Node;
import io.parley.yaml.Reader;
import io.parley.yaml.Scalar;
import io.parley.yaml.Suggestion;
import io.parley.yaml.Union;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads offers ({@code secure}, {@code none}, a map) and the checks of what arrives. */
final class OfferReader implements Reader<OfferSpec> {
  private static final Optional<String> WHOLE_SDP =
      Optional.of("A whole SDP stands under raw: offer: { raw: … }.");

  private static final List<String> OFFERED = List.of("local", "private");
  private static final List<String> CHECKED = List.of("target", "caller");

  private final Bases bases;
  private final Union<OfferSpec> union;

  OfferReader(Bases bases) {
    this.bases = bases;
    this.union =
        Union.<OfferSpec>of("the name of a base offer, none, or a map of what to offer")
            .text(
                new Form.Text(
                    "none = no body, or the name of a file under offers/", "", List.of("none")),
                this::offer)
            .keys(OfferKeys.class, OfferKeys::toSpec);
  }

  /** {@code none} or a map of what the SDP must be. */
  static Reader<SdpExpectation> check() {
    return Union.<SdpExpectation>of("none, or a map of what the SDP must be")
        .text(
            new Form.Text("none = there is no SDP", "^none$", List.of("none")), OfferReader::absent)
        .keys(CheckKeys.class, CheckKeys::toExpectation);
  }

  @Override
  public Optional<OfferSpec> read(Node node, Binder binder) {
    return union.read(node, binder);
  }

  @Override
  public List<Form> forms() {
    return union.forms();
  }

  private Optional<OfferSpec> offer(Scalar scalar, Binder binder) {
    return scalar.text().equals("none")
        ? Optional.of(OfferSpec.NO_OFFER)
        : named(scalar, bases, "none", binder).map(OfferReader::of);
  }

  /**
   * The name of a base; {@code actor} is allowed where there is an actor, which is checked later.
   */
  static Reader<BaseName> base(Bases bases) {
    return Union.<BaseName>of("the name of a base offer")
        .text(
            new Form.Text("name of a file under offers/, or actor", "", List.of("actor")),
            (scalar, binder) -> named(scalar, bases, "actor", binder).map(BaseName::new));
  }

  /** An address to offer. */
  static Reader<AddressWord> addressWord() {
    return Union.<AddressWord>of("local, private, or an address")
        .text(
            new Form.Text("local, private, an address or a host name", "", OFFERED),
            (scalar, binder) -> address(scalar, OFFERED, binder).map(AddressWord::new));
  }

  /** An address to expect. */
  static Reader<AddressAsk> addressAsk() {
    return Union.<AddressAsk>of("target, caller, or an address")
        .text(
            new Form.Text("target, caller or an address", "", CHECKED),
            (scalar, binder) -> address(scalar, CHECKED, binder).map(AddressAsk::new));
  }

  /** A base's name, or the one word that may stand in its place. */
  private static Optional<String> named(Scalar scalar, Bases bases, String word, Binder binder) {
    if (bases.has(scalar.text()) || scalar.text().equals(word)) {
      return Optional.of(scalar.text());
    }
    List<String> known = new ArrayList<>(bases.names());
    known.add(word);
    if (scalar.text().contains("\n")) {
      binder.expected(scalar, "the name of a base offer", WHOLE_SDP);
      return Optional.empty();
    }
    binder.unknown(scalar.at(), "base offer", scalar.text(), "Known", known);
    return Optional.empty();
  }

  private static Optional<SdpExpectation> absent(Scalar scalar, Binder binder) {
    if (!scalar.text().equals("none")) {
      binder.expected(scalar, "none, or a map of what the SDP must be");
      return Optional.empty();
    }
    return Optional.of(SdpExpectation.absent(scalar.at()));
  }

  /** An address has a dot or a colon in it; anything else must be one of the words. */
  private static Optional<String> address(Scalar scalar, List<String> words, Binder binder) {
    String text = scalar.text();
    if (words.contains(text) || text.contains(".") || text.contains(":")) {
      return Optional.of(text);
    }
    binder.expected(
        scalar,
        String.join(", ", words) + " or an address",
        Suggestion.nearest(text, words).map(w -> "Did you mean '" + w + "'?"));
    return Optional.empty();
  }

  private static OfferSpec of(String base) {
    return OfferSpec.EMPTY.on(base);
  }
}
