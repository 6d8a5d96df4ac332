package io.parley.target.docker;

import java.io.IOException;
import org.testng.SkipException;

/** Guards tests that need a Docker engine. */
public final class RequiresDocker {
  private RequiresDocker() {}

  /**
   * Skips the test visibly where something it needs is missing; fails it instead when {@code
   * PARLEY_REQUIRE_DOCKER} is {@code true}, as it is in continuous integration.
   */
  public static void check() {
    try {
      DockerEngine.find();
    } catch (IOException e) {
      if (Boolean.parseBoolean(System.getenv("PARLEY_REQUIRE_DOCKER"))) {
        throw new AssertionError("PARLEY_REQUIRE_DOCKER is set: " + e.getMessage());
      }
      throw new SkipException(e.getMessage());
    }
  }
}
