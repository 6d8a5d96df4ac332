package io.parley.trial;

import java.util.List;

/** The steps of a trial, in the order in which they are asked for. */
final class Steps {
  private Steps() {}

  /** All steps for that phone. */
  static List<Step> of(TrialSettings settings) {
    StepList out = new StepList(settings.times());
    Offers offers = new Offers(settings.phone().sheet(), settings.mode());
    new CallSteps(out, settings.times()).write();
    new ChangeSteps(out, settings.times()).write();
    new MediaSteps(out, offers).write();
    new CalledSteps(out, offers).write();
    return out.list();
  }
}
