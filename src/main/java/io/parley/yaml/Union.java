package io.parley.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads a type that may be written in more than one form, told apart by what stands there: a text,
 * a whole number, nothing, a list or a map.
 *
 * <pre>{@code
 * Reader<Offer> offers = Union.<Offer>of("the name of a base, none, or a map of what to offer")
 *     .text(new Form.Text("name of a base", "^[a-z0-9-]+$", List.of("none")),
 *           (scalar, binder) -> Optional.of(Offer.named(scalar.text())))
 *     .keys(OfferKeys.class, OfferKeys::toOffer);
 * }</pre>
 *
 * @param <T> what it reads
 */
public final class Union<T> implements Reader<T> {
  private final String expected;
  private final List<Form> forms = new ArrayList<>();
  private BiFunction<Scalar, Binder, Optional<T>> text;
  private BiFunction<Scalar, Binder, Optional<T>> whole;
  private BiFunction<Scalar, Binder, Optional<T>> nothing;
  private BiFunction<Sequence, Binder, Optional<T>> list;
  private BiFunction<Mapping, Binder, Optional<T>> map;

  private Union(String expected) {
    this.expected = expected;
  }

  /** A union without forms; {@code expected} goes into "expected …, found …". */
  public static <T> Union<T> of(String expected) {
    return new Union<>(expected);
  }

  /** May be a text. */
  public Union<T> text(Form.Text form, BiFunction<Scalar, Binder, Optional<T>> read) {
    forms.add(form);
    text = read;
    return this;
  }

  /** May be a whole number within the form's bounds. */
  public Union<T> whole(Form.Whole form, Function<Integer, T> read) {
    forms.add(form);
    whole = (scalar, binder) -> bounded(scalar, binder, form).map(read);
    return this;
  }

  /** May be nothing ({@code ~}). */
  public Union<T> nothing(String description, T value) {
    forms.add(new Form.Nothing(description));
    nothing = (scalar, binder) -> Optional.of(value);
    return this;
  }

  /** May be a list of a type. */
  public <E> Union<T> list(String description, Class<E> element, Function<List<E>, T> make) {
    forms.add(new Form.ListOf(description, element));
    list = (sequence, binder) -> binder.bindList(sequence, element).map(make);
    return this;
  }

  /** May be a map from names to values of a type. */
  public <V> Union<T> table(String description, Class<V> value, Function<Map<String, V>, T> make) {
    forms.add(new Form.Table(description, value));
    map = (mapping, binder) -> binder.bindTable(mapping, value).map(make);
    return this;
  }

  /** May be a map with the keys of a record. */
  public <K> Union<T> keys(Class<K> type, Function<K, T> make) {
    forms.add(new Form.Keys(type));
    map = (mapping, binder) -> binder.bind(mapping, type).map(make);
    return this;
  }

  /** May be a map that one of several readers takes, chosen by what keys it has. */
  public Union<T> map(List<Form> described, BiFunction<Mapping, Binder, Optional<T>> read) {
    forms.addAll(described);
    map = read;
    return this;
  }

  @Override
  public Optional<T> read(Node node, Binder binder) {
    if (node instanceof Mapping m && map != null) {
      return map.apply(m, binder);
    }
    if (node instanceof Sequence s && list != null) {
      return list.apply(s, binder);
    }
    if (node instanceof Scalar s) {
      var read = s.isNull() ? nothing : whole != null && isWhole(s) ? whole : text;
      if (read != null) {
        return read.apply(s, binder);
      }
    }
    binder.expected(node, expected);
    return Optional.empty();
  }

  @Override
  public List<Form> forms() {
    return List.copyOf(forms);
  }

  private static boolean isWhole(Scalar s) {
    return !s.quoted() && s.text().matches("[-+]?[0-9]{1,9}");
  }

  private static Optional<Integer> bounded(Scalar scalar, Binder binder, Form.Whole form) {
    Optional<Integer> value = binder.bind(scalar, Integer.class);
    if (value.isPresent() && (value.get() < form.least() || value.get() > form.most())) {
      binder.expected(scalar, form.description() + " from " + form.least() + " to " + form.most());
      return Optional.empty();
    }
    return value;
  }
}
