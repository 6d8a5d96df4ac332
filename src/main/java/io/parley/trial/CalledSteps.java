package io.parley.trial;

import io.parley.model.CodecSpec;
import io.parley.model.OfferSpec;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Steps in which the phone is called. */
final class CalledSteps {
  private static final Set<Integer> DECLINING = Set.of(480, 486, 600, 603);

  private final StepList steps;
  private final Offers offers;

  CalledSteps(StepList steps, Offers offers) {
    this.steps = steps;
    this.offers = offers;
  }

  /** All of them. */
  void write() {
    callsBack();
    codecs();
  }

  private void callsBack() {
    OfferSpec usual = offers.offered(offers.codecs());
    String answer = "Answer";
    List<Mark> answered =
        Marks.calledBack()
            .answers("200 to our INVITE", answer, "INVITE", 200, 299)
            .isHungUp("Wait until we hang up")
            .list();
    steps.back("called", "1031", "Is called, answers, is hung up on", usual, false, answered);
    steps.back(
        "called-cancel",
        "1032",
        "Is called, and we give up while it rings",
        usual,
        true,
        Marks.calledBack()
            .answers("200 to our CANCEL", "", "CANCEL", 200, 299)
            .answers("487 to our INVITE", "", "INVITE", 487, 487)
            .list());
    steps.back(
        "called-decline",
        "1033",
        "Is called and declines",
        usual,
        false,
        Marks.calledBack()
            .then("480, 486, 600 or 603 to our INVITE", "Reject it", CalledSteps::declines)
            .list());
    steps.back(
        "called-without-offer",
        "1034",
        "Is called without an offer, and makes one",
        OfferSpec.NO_OFFER,
        false,
        answered);
  }

  private static boolean declines(Crossed c) {
    return c.answers("INVITE", 480, 603) && DECLINING.contains(c.message().status().orElse(0));
  }

  private void codecs() {
    int number = 1041;
    for (CodecSpec codec : offers.codecs()) {
      steps.back(
          "codec-in-" + codec.name().toLowerCase(Locale.ROOT),
          Integer.toString(number++),
          "Is called with " + codec.name() + " alone",
          offers.offered(List.of(codec)),
          false,
          Marks.calledBack()
              .answers("200 to our INVITE", "Answer", "INVITE", 200, 299)
              .isHungUp("Wait until we hang up")
              .list());
    }
  }
}
