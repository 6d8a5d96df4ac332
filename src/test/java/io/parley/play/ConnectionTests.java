package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.scenario.Catalogue;
import io.parley.scenario.Contexts;
import io.parley.scenario.context.LoadContext;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.util.List;
import org.testng.annotations.Test;

/** Connections that a script ends in the middle of a call. */
public class ConnectionTests {
  private static final String CALL =
      """
      scenario: A connection ends
      id: connection
      actors:
        caller: { transport: tcp, offer: plain }
      steps:
        - caller: { send: INVITE }
        - caller: { receive: 200 }
        - caller: { connection: close }
        - caller: { receive: BYE, within: 1s }
        - caller: { send: 200 }
      """;

  @Test
  public void theNextRequestGoesOverANewConnectionOfTheSameActor() {
    try (EmbeddedScript script = new EmbeddedScript()) {
      CaseResult result = script.example("connection-by-example");
      assertThat(result.findings()).isEmpty();
      assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
      List<Integer> ports =
          result.transcript().stream()
              .filter(e -> e.actor().equals("caller"))
              .map(e -> e.frame().flow().local().getPort())
              .distinct()
              .toList();
      assertThat(ports).hasSize(3);
      assertThat(result.transcript())
          .filteredOn(e -> e.actor().equals("caller"))
          .allMatch(e -> e.frame().flow().transport() == Transport.TCP);
    }
  }

  /** Answers, and hangs up over the connection that the call came by, which is gone. */
  private static void hangUp(SipEndpoint endpoint, Arrival arrival) {
    SipMessage message = arrival.message();
    if (!message.method().equals("INVITE")) {
      if (message.method().equals("ACK")) {
        return;
      }
      endpoint.respond(arrival, ResponseBuilder.to(arrival, 200).build());
      return;
    }
    SipMessage ok =
        ResponseBuilder.to(arrival, 200)
            .contact("<sip:fake@127.0.3.7:" + endpoint.address().getPort() + ";transport=tcp>")
            .body(
                "application/sdp",
                ("v=0\r\no=- 1 1 IN IP4 127.0.3.7\r\ns=-\r\nc=IN IP4 127.0.3.7\r\nt=0 0\r\n"
                        + "m=audio 40000 RTP/AVP 0\r\n")
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .build();
    endpoint.respond(arrival, ok);
    Dialog dialog = Dialog.uas(message, ok);
    java.util.concurrent.CompletableFuture.runAsync(
        () -> {
          try {
            endpoint.send(
                dialog.request("BYE").via(Transport.TCP, endpoint.address()).build(),
                Transport.TCP,
                arrival.frame().flow().remote());
          } catch (UncheckedIOException e) {
            // Refused: nobody listens at the port that the connection came from.
          }
        },
        java.util.concurrent.CompletableFuture.delayedExecutor(
            300, java.util.concurrent.TimeUnit.MILLISECONDS));
  }

  @Test
  public void aTargetThatDoesNotReconnectFails() {
    try (FakeTarget fake = new FakeTarget(ConnectionTests::hangUp);
        Player player = Player.open(PlayerOptions.loopback())) {
      player.attach(fake, Profiles.shipped(), List.of());
      CaseResult result =
          player.play(Catalogue.load("connection.yaml", CALL, context(fake)).cases().get(0));
      assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
      assertThat(result.findings()).anyMatch(f -> f.kind() == FindingKind.NOT_RECEIVED);
      assertThat(result.findings().toString()).contains("caller to receive BYE");
    }
  }

  @Test
  public void whatHasNoConnectionOfItsOwnIsAMistake() {
    try (FakeTarget fake = new FakeTarget((e, a) -> {})) {
      assertThat(problems(CALL.replace("transport: tcp, ", ""), fake))
          .contains("connection.yaml:8:5: connection: is of a stream");
      assertThat(problems(CALL.replace("- caller: { connection", "- callee: { connection"), fake))
          .contains("connection: only a caller has a connection of its own");
      assertThat(problems(CALL.replace("connection: close", "connection: clos"), fake))
          .contains("Did you mean 'close'?");
    }
  }

  private static String problems(String text, FakeTarget fake) {
    return Catalogue.load("connection.yaml", text, context(fake)).problems().toString();
  }

  private static LoadContext context(FakeTarget fake) {
    return Contexts.at(fake);
  }
}
