package io.parley.profile;

import java.util.function.Supplier;

/**
 * A value that is found when first asked for, and then kept.
 *
 * @param <T> what it is; never null
 */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> finder;
  private T found;

  Once(Supplier<T> finder) {
    this.finder = finder;
  }

  @Override
  public synchronized T get() {
    if (found == null) {
      found = finder.get();
    }
    return found;
  }
}
