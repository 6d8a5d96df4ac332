package io.parley.run;

/** No case could be played: a scenario cannot be read or the target cannot be made ready. */
final class ScenariosUnplayable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScenariosUnplayable(String why) {
    super(why, null, false, false);
  }
}
