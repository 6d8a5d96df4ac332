package io.parley.play.script;

/** Whether the script of a case is over before its end. Once down it stays down. */
final class Curtain {
  private boolean down;

  /** It falls where that is so. */
  void fallsIf(boolean over) {
    down |= over;
  }

  boolean isDown() {
    return down;
  }
}
