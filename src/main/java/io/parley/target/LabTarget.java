package io.parley.target;

import java.util.Map;
import java.util.Optional;

/** A target that we bring along: its dial plan is the lab's, and so is what is behind it. */
public interface LabTarget extends Target {
  /** What is behind it. */
  LabFarEnd lab();

  @Override
  default Map<String, String> numbers() {
    return LabNumbers.BY_ROLE;
  }

  @Override
  default FarEnd farEnd() {
    return lab().who();
  }

  @Override
  default Optional<Correlation> correlation() {
    return lab().correlation();
  }

  @Override
  default Limits limits() {
    return lab().limits();
  }
}
