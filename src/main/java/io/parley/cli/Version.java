package io.parley.cli;

/** The version that commands name. */
final class Version {
  private Version() {}

  /** For example {@code 0.1.0}. */
  static String text() {
    return io.parley.run.Version.text();
  }
}
