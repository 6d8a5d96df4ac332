package io.parley.play;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.result.CaseResult;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a case to its play: what does not apply here is skipped, what must not be sent is not,
 * and what its control objects to proves nothing.
 */
record Gate(Admission admission, ControlDesk controls, Plays plays, Pulse pulse) {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  /** The result of a case: of its play, or why there was none. */
  CaseResult pass(Case of) {
    Instant started = Instant.now();
    Optional<String> inapplicable = of.skip().or(() -> admission.beyond(of));
    if (inapplicable.isPresent()) {
      return Unplayed.skipped(of, inapplicable.get(), started);
    }
    try {
      Optional<Finding> refused = admission.refused(of);
      return refused.isPresent()
          ? Unplayed.broken(of, refused.get(), started)
          : proven(of, started);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Unplayed.faulty(of, CaseResult.INTERRUPTED, started);
    } catch (RuntimeException e) {
      LOG.error("{} could not be played", of.id(), e);
      return Unplayed.faulty(of, String.valueOf(e.getMessage()), started);
    }
  }

  /** Plays the case if its control does not object. */
  private CaseResult proven(Case of, Instant started) throws InterruptedException {
    Optional<ControlDesk.Objection> objection = controls.objection(of);
    if (plays.isHungUp()) {
      return Unplayed.cutOff(of, started);
    }
    if (objection.isPresent()) {
      return Unplayed.unproven(of, objection.get(), started);
    }
    pulse.learn(of);
    return pulse.felt(of, plays.perform(of));
  }
}
