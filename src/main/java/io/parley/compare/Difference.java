package io.parley.compare;

/**
 * One thing that differs.
 *
 * @param kind its kind
 * @param where which message, {@code response} or {@code invite at callee}; empty for a case as a
 *     whole
 * @param what the trait, for example {@code Warning:} or {@code audio codecs}
 * @param from how it was before, noise left out
 * @param to how it is now
 */
public record Difference(Kind kind, String where, String what, String from, String to) {

  /** Where it is, in words: {@code response, Warning}. */
  public String place() {
    String plain = what.endsWith(":") ? what.substring(0, what.length() - 1) : what;
    return where.isEmpty() || where.equals(what) ? plain : where + ", " + plain;
  }
}
