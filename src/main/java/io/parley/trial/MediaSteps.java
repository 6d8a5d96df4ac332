package io.parley.trial;

import io.parley.farend.Treatment;
import io.parley.model.CodecSpec;
import io.parley.phone.SrtpMode;
import java.util.List;
import java.util.Locale;

/** Steps in which the phone calls, and we take one kind of media only. */
final class MediaSteps {
  private static final Treatment ANSWERED = Treatment.ANSWERED;
  private static final String HANG_UP = "Hang up";

  private final StepList steps;
  private final Offers offers;

  MediaSteps(StepList steps, Offers offers) {
    this.steps = steps;
    this.offers = offers;
  }

  /** All of them. */
  void write() {
    security();
    codecs();
  }

  /** What is set to off or mandatory does not change its mind where it is refused. */
  private void security() {
    List<Mark> whole = Marks.answered().hangsUp(HANG_UP).list();
    List<Mark> refused = Marks.dialled().acknowledged().list();
    steps.add(
        "srtp-only",
        "1012",
        offers.mode() == SrtpMode.OFF ? "Gives up where SRTP is demanded" : "Calls with SRTP",
        offers.mode() == SrtpMode.OFF ? "it takes SRTP only (488): hang up" : "it takes SRTP only",
        ANSWERED.taking(offers.taking(true)),
        offers.mode() == SrtpMode.OFF ? refused : whole);
    steps.add(
        "rtp-only",
        "1013",
        offers.mode() == SrtpMode.MANDATORY
            ? "Gives up where SRTP is not taken"
            : "Calls without SRTP",
        offers.mode() == SrtpMode.MANDATORY
            ? "it takes plain RTP only (488): hang up"
            : "it takes plain RTP",
        ANSWERED.taking(offers.taking(false)),
        offers.mode() == SrtpMode.MANDATORY ? refused : whole);
  }

  private void codecs() {
    int number = 1021;
    for (CodecSpec codec : offers.codecs()) {
      steps.add(
          "codec-out-" + codec.name().toLowerCase(Locale.ROOT),
          Integer.toString(number++),
          "Calls with " + codec.name() + " alone",
          "it answers with " + codec.name(),
          ANSWERED.taking(offers.taking(codec)),
          Marks.answered().hangsUp(HANG_UP).list(),
          Checks.offers(codec));
    }
  }
}
