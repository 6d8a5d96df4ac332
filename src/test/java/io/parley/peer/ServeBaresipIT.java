package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.serve.Objection;
import io.parley.serve.ServedCall;
import io.parley.wire.Transport;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** baresip calls a far end that {@code serve} plays. */
public class ServeBaresipIT {
  @BeforeClass
  public void baresipIsThere() {
    Installed.require("baresip", "baresip-core");
  }

  private static String uri(ServedFarEnd farEnd) {
    return "sip:+15550100000@" + farEnd.place();
  }

  @Test
  public void holdsResumesAndHangsUp() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP);
        Baresip phone = Baresip.start("+15550190000", "")) {
      phone.control().tell("dial", uri(farEnd));
      phone.control().await("CALL_ESTABLISHED");
      assertThat(farEnd.ruling(c -> true).accepted()).isTrue();
      phone.control().tell("hold", "");
      ServedCall held = farEnd.ruling(c -> c.what().equals("re-INVITE"));
      assertThat(held.accepted()).isTrue();
      assertThat(held.offer().orElseThrow()).contains("a=sendonly");
      phone.control().tell("resume", "");
      assertThat(farEnd.ruling(c -> c.what().equals("re-INVITE")).offer().orElseThrow())
          .contains("a=sendrecv");
      phone.control().tell("hangup", "");
      assertThat(farEnd.stopped().good()).isEqualTo(1);
    }
  }

  @Test
  public void withSrtpIsTakenByAFarEndThatInsistsOnIt() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("zoom-byoc", Transport.UDP);
        Baresip phone = Baresip.start("+15550190000", ";mediaenc=srtp-mand")) {
      phone.control().tell("dial", uri(farEnd));
      phone.control().await("CALL_ESTABLISHED");
      assertThat(farEnd.ruling(c -> true).accepted()).isTrue();
      assertThat(farEnd.stopped().good()).as("hung up by the far end").isEqualTo(1);
      phone.control().await("CALL_CLOSED");
    }
  }

  @Test
  public void withoutSrtpIsRefusedAndToldWhy() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("zoom-byoc", Transport.UDP);
        Baresip phone = Baresip.start("+15550190000", "")) {
      phone.control().tell("dial", uri(farEnd));
      phone.control().await("CALL_CLOSED");
      ServedCall call = farEnd.ruling(c -> true);
      assertThat(call.objections()).extracting(Objection::rule).contains("srtp-missing");
    }
  }
}
