package io.parley.certify;

/** What became of a requirement. */
public enum State {
  /** Every proof that was possible succeeded. */
  MET("met"),
  /** At least one proof failed. */
  NOT_MET("not met"),
  /** It could not be tested: no connection, no good call to compare with. */
  NOT_TESTED("not tested"),
  /** The phone does not have what it is about. */
  NOT_APPLICABLE("not applicable"),
  /** The SBC, or the way it is connected here, does not have what it is about. */
  NOT_SHOWN("not applicable here");

  private final String words;

  State(String words) {
    this.words = words;
  }

  /** As people read it. */
  @Override
  public String toString() {
    return words;
  }
}
