package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.Arrival;
import io.parley.sip.Peer;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import io.parley.sip.SipTimers;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Reliable provisional responses are repeated until their PRACK (RFC 3262 §3), run fast. */
public class ReliableResponseTests {
  private static final SipTimers QUICK =
      new SipTimers(Duration.ofMillis(25), Duration.ofMillis(50));

  private Peer caller;
  private Peer callee;
  private JainEndpoint uac;
  private JainEndpoint uas;
  private Arrival invite;

  @BeforeMethod
  public void open() {
    caller = new Peer();
    callee = new Peer();
    uac = endpoint("127.0.1.8", caller);
    uas = endpoint("127.0.2.8", callee);
    uac.send(request("INVITE", "<sip:b@example.com>").build(), Transport.UDP, uas.address());
    invite = callee.request("INVITE");
  }

  private static JainEndpoint endpoint(String ip, Peer peer) {
    return JainEndpoint.open(
        new InetSocketAddress(ip, 0), EnumSet.of(Transport.UDP), peer, "reliable", QUICK);
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    uac.close();
    uas.close();
  }

  private RequestBuilder request(String method, String to) {
    return RequestBuilder.of(method, "sip:b@example.com")
        .via(Transport.UDP, uac.address())
        .maxForwards()
        .from("<sip:a@example.com>", "1")
        .to(to)
        .callId("reliable")
        .cseq(method.equals("INVITE") ? 1 : 2)
        .contact("<sip:a@192.0.2.1>");
  }

  private SipMessage reliable(int status, String tag, long rseq) {
    SipMessage out =
        ResponseBuilder.to(invite, status)
            .toTag(tag)
            .contact("<sip:b@192.0.2.2>")
            .header("Require", "100rel")
            .header("RSeq", Long.toString(rseq))
            .build();
    uas.respond(invite, out);
    return out;
  }

  private void prack(SipMessage response, String rack) {
    uac.send(
        request("PRACK", response.first("To").orElseThrow()).header("RAck", rack).build(),
        Transport.UDP,
        uas.address());
    Arrival prack = callee.request("PRACK");
    uas.respond(prack, ResponseBuilder.to(prack, 200).build());
  }

  private long sent(SipMessage response) {
    return callee.departures().stream().filter(m -> m.text().equals(response.text())).count();
  }

  /** Enough copies of another message that a copy of this one would have left meanwhile. */
  private void assertNoMore(SipMessage response) {
    long before = sent(response);
    SipMessage clock = reliable(199, "clock", 1);
    callee.departed(3, m -> m.text().equals(clock.text()));
    assertThat(sent(response)).isEqualTo(before);
  }

  @Test
  public void itIsRepeatedUntilItsPrackAndNotAfter() {
    SipMessage progress = reliable(183, "b", 4711);
    callee.departed(3, m -> m.text().equals(progress.text()));
    prack(progress, "4711 1 INVITE");
    assertNoMore(progress);
  }

  @Test
  public void thePrackOfAnotherDoesNotEndIt() {
    SipMessage progress = reliable(183, "b", 4711);
    prack(progress, "4712 1 INVITE");
    long before = sent(progress);
    callee.departed((int) before + 2, m -> m.text().equals(progress.text()));
  }

  @Test
  public void eachForkIsRepeatedByItself() {
    SipMessage desk = reliable(180, "desk", 1);
    SipMessage mobile = reliable(183, "mobile", 1);
    callee.departed(2, m -> m.text().equals(desk.text()));
    prack(desk, "1 1 INVITE");
    long before = sent(mobile);
    callee.departed((int) before + 2, m -> m.text().equals(mobile.text()));
    assertNoMore(desk);
  }

  @Test
  public void theFinalAnswerEndsIt() {
    SipMessage progress = reliable(183, "b", 4711);
    callee.departed(2, m -> m.text().equals(progress.text()));
    SipMessage ok = ResponseBuilder.to(invite, 200).toTag("b").build();
    uas.respond(invite, ok);
    long before = sent(progress);
    callee.departed(3, m -> m.text().equals(ok.text()));
    assertThat(sent(progress)).isEqualTo(before);
    assertThat(List.of(progress, ok)).extracting(m -> m.toTag().orElse("")).containsOnly("b");
  }
}
