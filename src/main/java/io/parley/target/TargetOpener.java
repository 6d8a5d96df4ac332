package io.parley.target;

import io.parley.profile.Profiles;

/** Opens a kind of target that this package does not know of, registered by name. */
@FunctionalInterface
public interface TargetOpener {

  /**
   * Describes the target without starting it.
   *
   * @param farEnd who answers behind it
   * @throws TargetUnavailableException when it can be seen at once that it cannot be started
   */
  TargetPlan open(Profiles profiles, LabFarEnd farEnd);
}
