package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.run.ServeOutcome;
import io.parley.serve.Objection;
import io.parley.serve.ServedCall;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** Calls that a Kamailio relays to a far end that {@code serve} plays. */
public class ServeKamailioIT {
  @BeforeClass
  public void kamailioIsThere() {
    KamailioProcess.require();
    Sipp.require();
  }

  private static Sipp uac(String through) {
    InetSocketAddress own = OwnPlace.next();
    return Sipp.start(
        through, "-sn uac " + Sipp.at(own), "-s +15550100000 -m 2 -d 200 -rsa " + through);
  }

  @Test
  public void aRelayedCallIsTaken() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP);
        RelayingKamailio kamailio = RelayingKamailio.start(farEnd.place());
        Baresip phone = Baresip.start("+15550190000", "")) {
      phone.control().tell("dial", "sip:+15550100000@" + kamailio.place());
      phone.control().await("CALL_ESTABLISHED");
      ServedCall call = farEnd.ruling(c -> true);
      assertThat(call.flow().remote().getPort()).isNotEqualTo(phone.address().getPort());
      phone.control().tell("hangup", "");
      ServeOutcome outcome = farEnd.stopped();
      assertThat(outcome.good()).isEqualTo(1);
      assertThat(farEnd.report("evidence/call-00001@sipconnect/trace.txt"))
          .contains("Record-Route: <sip:" + kamailio.place().split(":")[0], "BYE sip:");
    }
  }

  @Test
  public void theFarEndHangsUpThroughTheProxy() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP);
        RelayingKamailio kamailio = RelayingKamailio.start(farEnd.place());
        Baresip phone = Baresip.start("+15550190000", "")) {
      phone.control().tell("dial", "sip:+15550100000@" + kamailio.place());
      phone.control().await("CALL_ESTABLISHED");
      assertThat(farEnd.stopped().good()).isEqualTo(1);
      phone.control().await("CALL_CLOSED");
    }
  }

  @Test
  public void aRelayedRefusalReachesTheCaller() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("teams-direct-routing", Transport.UDP);
        RelayingKamailio kamailio = RelayingKamailio.start(farEnd.place())) {
      Sipp sipp = uac(kamailio.place());
      assertThat(sipp.exitCode()).isNotZero();
      assertThat(farEnd.ruling(c -> true).objections())
          .extracting(Objection::rule)
          .contains("srtp-missing");
      assertThat(sipp.counter("Unexpected SIP message")).isNotZero();
    }
  }
}
