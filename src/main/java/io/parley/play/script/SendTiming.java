package io.parley.play.script;

import io.parley.model.PacketStep;
import io.parley.model.Step;
import java.time.Duration;

/** How long a send waits after it became due. */
final class SendTiming {
  private SendTiming() {}

  static Duration after(Step step) {
    if (step instanceof Step.SendRequest s) {
      return s.after().orElse(Duration.ZERO);
    }
    if (step instanceof Step.SendResponse s) {
      return s.after().orElse(Duration.ZERO);
    }
    if (step instanceof PacketStep.Send s) {
      return s.after().orElse(Duration.ZERO);
    }
    if (step instanceof Step.Pause p) {
      return p.lasting();
    }
    return step instanceof Step.SendRaw s ? s.after().orElse(Duration.ZERO) : Duration.ZERO;
  }
}
