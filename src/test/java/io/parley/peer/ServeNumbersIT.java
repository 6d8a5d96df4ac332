package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.farend.SessionPolicy;
import io.parley.profile.NumberPlan;
import io.parley.run.ServeRequest;
import io.parley.serve.ServedCall;
import io.parley.wire.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** A far end with a number plan and a session timer, called by baresip. */
public class ServeNumbersIT {
  private static final ServeRequest.Manner MANNER =
      new ServeRequest.Manner(
          new NumberPlan(
              Map.of("callee", List.of("+15550100000"), "busy", List.of("+15550100001"))),
          new SessionPolicy(Optional.of(Duration.ofSeconds(2)), Optional.empty()));

  @BeforeClass
  public void baresipIsThere() {
    Installed.require("baresip", "baresip-core");
  }

  /** baresip knows no session timers, so that it is for the far end to refresh (RFC 4028 §9). */
  @Test
  public void numbersAreKnownAndSessionsRefreshed() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", MANNER, Transport.UDP);
        Baresip phone = Baresip.start("+15550190000", "")) {
      phone.control().tell("dial", "sip:+15550100001@" + farEnd.place());
      assertThat(phone.control().await("CALL_CLOSED")).contains("486");
      assertThat(farEnd.ruling(c -> true).status()).isEqualTo(486);
      phone.control().tell("dial", "sip:+15550100002@" + farEnd.place());
      assertThat(phone.control().await("CALL_CLOSED")).contains("404");
      ServedCall unknown = farEnd.ruling(c -> true);
      assertThat(unknown.status()).isEqualTo(404);
      phone.control().tell("dial", "sip:+15550100000@" + farEnd.place());
      phone.control().await("CALL_ESTABLISHED");
      phone.awaitOutput("INVITE sip:+15550190000");
      phone.control().tell("hangup", "");
      phone.control().await("CALL_CLOSED");
      assertThat(farEnd.stopped().good()).isEqualTo(1);
    }
  }
}
