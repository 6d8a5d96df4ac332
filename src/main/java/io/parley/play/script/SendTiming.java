package io.parley.play.script;

import io.parley.model.PacketStep;
import io.parley.model.SendStep;
import io.parley.model.Step;
import java.time.Duration;

/** How long a send waits after it became due. */
final class SendTiming {
  private SendTiming() {}

  static Duration after(Step step) {
    if (step instanceof SendStep s) {
      return s.after().orElse(Duration.ZERO);
    }
    if (step instanceof PacketStep.Send s) {
      return s.after().orElse(Duration.ZERO);
    }
    return step instanceof Step.Pause p ? p.lasting() : Duration.ZERO;
  }
}
