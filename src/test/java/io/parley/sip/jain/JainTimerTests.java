package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.Arrival;
import io.parley.sip.Peer;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.sip.SipTimers;
import io.parley.wire.Transport;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The timers of RFC 3261 §17, run fast. */
public class JainTimerTests {
  private static final SipTimers QUICK =
      new SipTimers(Duration.ofMillis(25), Duration.ofMillis(200));

  private Peer caller;
  private Peer callee;
  private JainEndpoint uac;
  private JainEndpoint uas;

  @BeforeMethod
  public void open() {
    caller = new Peer();
    callee = new Peer();
    uac = endpoint("127.0.1.7", caller);
    uas = endpoint("127.0.2.7", callee);
  }

  private static JainEndpoint endpoint(String ip, Peer peer) {
    return JainEndpoint.open(
        new InetSocketAddress(ip, 0), EnumSet.allOf(Transport.class), peer, "timer", QUICK);
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    uac.close();
    uas.close();
  }

  @DataProvider
  public Object[][] transports() {
    return new Object[][] {{Transport.UDP}, {Transport.TCP}};
  }

  private SipMessage request(String method, Transport transport) {
    return RequestBuilder.of(method, "sip:b@example.com")
        .via(transport, uac.address())
        .maxForwards()
        .from("<sip:a@example.com>", "1")
        .to("<sip:b@example.com>")
        .callId(method + "-" + transport)
        .cseq(1)
        .contact("<sip:a@192.0.2.1>")
        .build();
  }

  @Test
  public void silenceIsToldWhenTimerBOrFFires() throws Exception {
    try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress("127.0.3.7", 0))) {
      InetSocketAddress there = (InetSocketAddress) silent.getLocalSocketAddress();
      uac.send(request("INVITE", Transport.UDP), Transport.UDP, there);
      uac.send(request("OPTIONS", Transport.UDP), Transport.UDP, there);
      caller.event("timed out INVITE");
      caller.event("timed out OPTIONS");
      assertThat(copies(caller, "INVITE")).as("timer A doubles").hasSizeBetween(6, 8);
      assertThat(copies(caller, "OPTIONS")).as("timer E is capped").hasSizeBetween(8, 14);
    }
  }

  private static List<SipMessage> copies(Peer peer, String method) {
    return peer.departures().stream().filter(m -> m.cseqMethod().equals(method)).toList();
  }

  @Test
  public void aRefusalIsRepeatedUntilItsAck() {
    uac.close();
    caller = new Peer(a -> SipListener.Handling.WITHHOLD);
    uac = endpoint("127.0.1.7", caller);
    SipMessage invite = request("INVITE", Transport.UDP);
    uac.send(invite, Transport.UDP, uas.address());
    Arrival arrival = callee.request("INVITE");
    SipMessage refusal = ResponseBuilder.to(arrival, 486).header("X-Odd", "1").build();
    uas.respond(arrival, refusal);
    callee.departed(3, m -> m.status().orElse(0) == 486);
    assertThat(callee.departures()).allMatch(m -> m.text().equals(refusal.text()));

    uac.sendStateless(
        RequestBuilder.ackNon2xx(invite, refusal).bytes(), Transport.UDP, uas.address());
    callee.request("ACK");
    int sent = callee.departures().size();
    uac.send(request("OPTIONS", Transport.UDP), Transport.UDP, uas.address());
    callee.request("OPTIONS");
    callee.request("OPTIONS");
    callee.request("OPTIONS");
    assertThat(callee.departures()).as("no copy after the ACK").hasSize(sent);
  }

  @Test(dataProvider = "transports")
  public void anAcceptanceIsRepeatedOverEveryTransport(Transport t) {
    SipMessage invite = request("INVITE", t);
    uac.send(invite, t, uas.address());
    Arrival arrival = callee.request("INVITE");
    SipMessage ok = ResponseBuilder.to(arrival, 200).contact("<sip:b@192.0.2.2>").build();
    uas.respond(arrival, ok);
    for (int i = 0; i < 3; i++) {
      assertThat(caller.response(200).message().bytes()).isEqualTo(ok.bytes());
    }
  }

  @Test
  public void aCallSurvivesTheLossOfEachMessage() throws Exception {
    try (LossyRelay relay = new LossyRelay(uac.address(), uas.address(), 2)) {
      SipMessage invite = request("INVITE", Transport.UDP);
      uac.send(invite, Transport.UDP, relay.address());
      Arrival arrival = callee.request("INVITE");
      SipMessage refusal = ResponseBuilder.to(arrival, 488).build();
      uas.respond(arrival, refusal);
      assertThat(caller.response(488).message().bytes()).isEqualTo(refusal.bytes());
      SipMessage ack = callee.request("ACK").message();
      assertThat(ack.branch()).isEqualTo(invite.branch());
      assertThat(ack.toTag()).isEqualTo(refusal.toTag());

      uac.send(request("BYE", Transport.UDP), Transport.UDP, relay.address());
      Arrival bye = callee.request("BYE");
      uas.respond(bye, ResponseBuilder.to(bye, 200).build());
      caller.response(200);
      assertThat(copies(caller, "INVITE")).allMatch(m -> m.text().equals(invite.text()));
    }
  }

  @Test(dataProvider = "transports")
  public void nothingIsRememberedForGood(Transport t) {
    for (String method : List.of("INVITE", "OPTIONS", "CANCEL")) {
      uac.send(request(method, t), t, uas.address());
      Arrival arrival = callee.request(method);
      uas.respond(arrival, ResponseBuilder.to(arrival, 480).build());
      caller.response(480);
    }
    assertThat(uas.remembered()).isPositive();
    long deadline = System.nanoTime() + Peer.SOON.toNanos();
    while (uac.remembered() + uas.remembered() > 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(uac.remembered()).isZero();
    assertThat(uas.remembered()).isZero();
  }
}
