package io.parley.scenario.write;

import io.parley.model.Actor;
import io.parley.model.OfferSpec;
import io.parley.model.Scenario;
import io.parley.model.SendStep;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.SdpSession;
import io.parley.yaml.Problems;
import java.util.Optional;

/**
 * Finds offers that cannot be written before anything is sent: a change that selects no line, more
 * codecs than there are payload types. What builds on what was described last is not known yet.
 */
public final class BuildableOffers {
  private static final MediaPlace ANYWHERE = new MediaPlace("192.0.2.1", 30000);
  private static final SdpSession ANY = new SdpSession(1, 1);

  private final Problems problems;

  /** Looks; what is wrong is noted there. */
  public BuildableOffers(Problems problems) {
    this.problems = problems;
  }

  /** Notes every offer of a scenario that cannot be written, at its step or its scenario. */
  public void check(Scenario scenario) {
    for (Actor actor : scenario.actors().values()) {
      check(scenario.at(), actor.offer());
    }
    for (Step step : scenario.steps()) {
      if (step instanceof SendStep.Request request) {
        check(request.at(), request.offer());
      } else if (step instanceof SendStep.Response response) {
        check(response.at(), response.offer());
      }
    }
  }

  private void check(SourcePosition at, Optional<OfferSpec> offer) {
    if (offer.isEmpty() || offer.get().base().isPresent()) {
      return;
    }
    try {
      OfferBuilder.build(offer.get(), ANYWHERE, ANY);
    } catch (IllegalArgumentException e) {
      problems.add(at, "offer: " + e.getMessage());
    }
  }
}
