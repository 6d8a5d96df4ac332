package io.parley.play.check;

import io.parley.model.TimeText;
import io.parley.play.agent.Party;
import io.parley.play.stage.OptionsAnswer;
import io.parley.play.stage.Stage;
import io.parley.play.stage.Switchboard;
import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says why there is no answer, before anyone says that there is none. */
public final class NoAnswer {
  private final Stage stage;
  private final Optional<String> profile;
  private final Map<Server, Asked> asked = new HashMap<>();

  /** Who was asked. */
  private record Server(Transport transport, InetSocketAddress address) {}

  /** When somebody was asked, and what came of it. */
  private record Asked(Instant at, OptionsAnswer answer) {}

  /**
   * Why.
   *
   * @param alive whether the target answers OPTIONS all the same, or never does
   * @param words the whole story
   */
  public record Reason(boolean alive, String words) {}

  /** Knows nothing yet of what the target at that profile's address does. */
  public NoAnswer(Stage stage, Optional<String> profile) {
    this.stage = stage;
    this.profile = profile;
  }

  /** Looks at everything known: failures of the flow, strays, a closed port, OPTIONS. */
  public Reason explain(Party party) throws InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(
        party
            .failure()
            .orElse(
                "no response to "
                    + waitedFor(party)
                    + " within "
                    + TimeText.of(Duration.between(party.leg().own().since(), Instant.now()))));
    Switchboard board = party.isNear() ? stage.callerBoard() : stage.calleeBoard();
    board.straysFrom(party.servers().current(), party.leg().own().since()).stream()
        .limit(3)
        .map(NoAnswer::stray)
        .forEach(words::add);
    if (stage.habit().ignores(party.transport(), party.servers().current())) {
      words.add("it answers no OPTIONS even when it is well");
      return new Reason(true, String.join("; ", words));
    }
    OptionsAnswer answer = options(party);
    words.add(answer.words());
    return new Reason(answer.alive(), String.join("; ", words));
  }

  /** The method of the request that is waited for: of a call its INVITE. */
  private static String waitedFor(Party party) {
    Optional<SipMessage> invite = party.leg().own().invite();
    return invite.map(SipMessage::method).orElseGet(() -> party.last().method());
  }

  /**
   * What came of OPTIONS since the party sent its request: calls that wait together are told by one
   * question, so that a burst at a silent target does not take its length times as long.
   */
  private OptionsAnswer options(Party party) throws InterruptedException {
    Server server = new Server(party.transport(), party.servers().current());
    Asked before = asked.get(server);
    if (before != null && before.at().isAfter(party.leg().own().since())) {
      return before.answer();
    }
    Instant now = Instant.now();
    OptionsAnswer answer = stage.liveness().ask(profile, server.transport(), server.address());
    asked.put(server, new Asked(now, answer));
    return answer;
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
