package io.parley.play;

import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why there is no answer, before anyone says that there is none. */
final class NoAnswer {
  private final Stage stage;
  private final Optional<String> profile;

  /**
   * Why.
   *
   * @param alive whether the target answers OPTIONS all the same
   * @param words the whole story
   */
  record Reason(boolean alive, String words) {}

  NoAnswer(Stage stage, Optional<String> profile) {
    this.stage = stage;
    this.profile = profile;
  }

  /** Looks at everything known: failures of the flow, strays, a closed port, OPTIONS. */
  Reason explain(Party party) throws InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(
        party
            .failure()
            .orElse(
                "no response to "
                    + party.firstLine()
                    + " within "
                    + Words.of(Duration.between(party.sentAt(), Instant.now()))));
    Switchboard board = party.isNear() ? stage.callerBoard() : stage.calleeBoard();
    board.straysFrom(party.destination(), party.sentAt()).stream()
        .limit(3)
        .map(NoAnswer::stray)
        .forEach(words::add);
    OptionsAnswer answer = stage.liveness().ask(profile, party.transport(), party.destination());
    words.add(answer.words());
    return new Reason(answer.alive(), String.join("; ", words));
  }

  private static String stray(Arrival arrival) {
    SipMessage m = arrival.message();
    if (!m.isRequest() && !m.isResponse()) {
      return "something that is not SIP came from there (" + m.bytes().length + " bytes)";
    }
    return m.callId().isEmpty()
        ? "an answer without Call-ID came: " + m.startLine()
        : "an answer for another call came: " + m.startLine() + ", Call-ID " + m.callId();
  }
}
