package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.peer.OwnPlace;
import io.parley.peer.Sipp;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.Peer;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The stack lane and SIPp, a user agent that is not ours. */
public class SippIT {
  private static final int CALLS = 50;
  private static final byte[] SDP =
      ("v=0\r\no=- 1 1 IN IP4 127.0.1.6\r\ns=-\r\nc=IN IP4 127.0.1.6\r\nt=0 0\r\n"
              + "m=audio 40000 RTP/AVP 0\r\n")
          .getBytes(StandardCharsets.US_ASCII);

  @BeforeClass
  public void needSipp() {
    Sipp.require();
  }

  @DataProvider(parallel = true)
  public Object[][] transports() {
    return new Object[][] {{Transport.UDP, "u1"}, {Transport.TCP, "t1"}};
  }

  @Test(dataProvider = "transports")
  public void sippCallsUs(Transport transport, String mode) throws Exception {
    AtomicReference<JainEndpoint> endpoint = new AtomicReference<>();
    ExecutorService script = Executors.newSingleThreadExecutor();
    Peer peer =
        new Peer(
            a -> {
              script.execute(() -> answer(endpoint.get(), a));
              return SipListener.Handling.DELIVER;
            });
    try (JainEndpoint e = endpoint("127.0.2.6", peer)) {
      endpoint.set(e);
      try (Sipp sipp =
          Sipp.start(
              "-t " + mode + " -sn uac -i 127.0.5.1 -m " + CALLS + " -r 25 -d 1",
              "-timeout 30s -timeout_error",
              Flow.text(e.address()))) {
        assertThat(sipp.exitCode()).as(sipp.output()).isZero();
      }
    } finally {
      script.shutdownNow();
    }
  }

  private static void answer(JainEndpoint endpoint, Arrival a) {
    String contact = "<sip:sipp@" + Flow.text(endpoint.address()) + ">";
    if (a.message().isRequest() && a.message().method().equals("INVITE")) {
      endpoint.respond(a, ResponseBuilder.to(a, 180).contact(contact).build());
      endpoint.respond(
          a, ResponseBuilder.to(a, 200).contact(contact).body("application/sdp", SDP).build());
    } else if (a.message().isRequest() && !a.message().method().equals("ACK")) {
      endpoint.respond(a, ResponseBuilder.to(a, 200).build());
    }
  }

  @Test(dataProvider = "transports")
  public void weCallSipp(Transport transport, String mode) throws Exception {
    InetSocketAddress there = OwnPlace.next();
    Peer peer = new Peer();
    try (Sipp sipp =
            Sipp.start("-t " + mode + " -sn uas -m 3 -timeout 30s -timeout_error", Sipp.at(there))
                .listening(there);
        JainEndpoint e = endpoint("127.0.1.6", peer)) {
      for (int i = 0; i < 3; i++) {
        call(e, peer, transport, there, "sipp-" + i);
      }
      assertThat(sipp.exitCode()).as(sipp.output()).isZero();
    }
  }

  private static void call(
      JainEndpoint e, Peer peer, Transport transport, InetSocketAddress there, String callId) {
    SipMessage invite =
        RequestBuilder.of("INVITE", "sip:service@" + Flow.text(there))
            .via(transport, e.address())
            .maxForwards()
            .from("<sip:a@example.com>", "f" + callId)
            .to("<sip:service@example.com>")
            .callId(callId)
            .cseq(1)
            .contact("<sip:a@" + Flow.text(e.address()) + ">")
            .body("application/sdp", SDP)
            .build();
    e.send(invite, transport, there);
    SipMessage ok =
        peer.next(m -> m.callId().equals(callId) && m.status().orElse(0) == 200).message();
    Dialog dialog = Dialog.uac(invite, ok);
    e.sendStateless(
        dialog.ack(invite).via(transport, e.address()).build().bytes(), transport, there);
    e.send(dialog.request("BYE").via(transport, e.address()).build(), transport, there);
    peer.next(m -> m.callId().equals(callId) && m.cseqMethod().equals("BYE"));
  }

  private static JainEndpoint endpoint(String ip, Peer peer) {
    return JainEndpoint.open(
        new InetSocketAddress(ip, 0), EnumSet.allOf(Transport.class), peer, "sipp");
  }
}
