package io.parley.certify;

/** What a certificate says in one word or two. */
public enum Conclusion {
  /** Everything was shown. */
  CERTIFIED("certified"),
  /** Everything mandatory was shown, as far as it was possible; something is to be known. */
  WITH_RESERVATIONS("certified with reservations"),
  /** Something mandatory does not work. */
  NOT_CERTIFIED("not certified"),
  /** Something mandatory could not be tested, so nothing can be said. */
  NOT_TESTED("could not be tested");

  private final String words;

  Conclusion(String words) {
    this.words = words;
  }

  /** As people read it. */
  @Override
  public String toString() {
    return words;
  }
}
