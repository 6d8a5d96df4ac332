package io.parley.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.testng.annotations.Test;

/** Requests, responses and dialogs, by the letter of RFC 3261 §8, §9, §12, §13, §17. */
public class DialogTests {
  private static final InetSocketAddress A = new InetSocketAddress("192.0.2.1", 5060);
  private static final InetSocketAddress B = new InetSocketAddress("192.0.2.2", 5070);

  private static SipMessage invite() {
    return RequestBuilder.of("INVITE", "sip:b@example.com")
        .via(Transport.UDP, A)
        .header("Route", "<sip:out.example.com;lr>")
        .maxForwards()
        .from("<sip:a@example.com>", "at")
        .to("<sip:b@example.com>")
        .callId("c1")
        .cseq(5)
        .contact("<sip:a@192.0.2.1:5060>")
        .body("application/sdp", "v=0\r\n".getBytes(StandardCharsets.US_ASCII))
        .build();
  }

  private static SipMessage ok(String... recordRoute) {
    return ResponseBuilder.to(invite(), 200)
        .toTag("bt")
        .set("Record-Route", List.of(recordRoute))
        .contact("\"B\" <sip:b2@192.0.2.9:5090;x=y>;expires=1")
        .build();
  }

  @Test
  public void aRequestIsComplete() {
    SipMessage m = invite();
    assertThat(Sanity.faults(m)).isEmpty();
    assertThat(m.branch().orElseThrow()).startsWith("z9hG4bK");
    assertThat(m.topVia().orElseThrow())
        .startsWith("SIP/2.0/UDP 192.0.2.1:5060;")
        .contains("rport");
    assertThat(m.first("Content-Length")).hasValue("5");
    assertThat(m.hasSdp()).isTrue();
    assertThat(m.text()).endsWith("Content-Length: 5\r\n\r\nv=0\r\n");
  }

  @Test
  public void theAckOfA2xxFollowsTheRouteSetReversed() {
    SipMessage ok = ok("<sip:p2.example.com;lr>, <sip:p1.example.com;lr>");
    Dialog d = Dialog.uac(invite(), ok);
    SipMessage ack = d.ack(invite()).via(Transport.UDP, A).build();
    assertThat(ack.startLine()).isEqualTo("ACK sip:b2@192.0.2.9:5090;x=y SIP/2.0");
    assertThat(ack.values("Route"))
        .containsExactly("<sip:p1.example.com;lr>", "<sip:p2.example.com;lr>");
    assertThat(ack.first("CSeq")).hasValue("5 ACK");
    assertThat(ack.first("To")).isEqualTo(ok.first("To"));
    assertThat(ack.branch()).isNotEqualTo(invite().branch());
    assertThat(Sanity.faults(ack)).isEmpty();
    assertThat(d.nextHop().orElseThrow().host()).isEqualTo("p1.example.com");
  }

  @Test
  public void aStrictRouterTakesTheRequestUri() {
    Dialog d = Dialog.uac(invite(), ok("<sip:p2.example.com;lr>", "<sip:p1.example.com>"));
    SipMessage bye = d.request("BYE").via(Transport.UDP, A).build();
    assertThat(bye.requestUri()).isEqualTo("sip:p1.example.com");
    assertThat(bye.values("Route"))
        .containsExactly("<sip:p2.example.com;lr>", "<sip:b2@192.0.2.9:5090;x=y>");
    assertThat(bye.cseq()).hasValue(6);
  }

  @Test
  public void theCalleesDialogMirrorsTheCallers() {
    SipMessage ok = ok();
    Dialog d = Dialog.uas(invite(), ok);
    SipMessage bye = d.request("BYE").via(Transport.UDP, B).build();
    assertThat(bye.requestUri()).isEqualTo("sip:a@192.0.2.1:5060");
    assertThat(bye.fromTag()).hasValue("bt");
    assertThat(bye.toTag()).hasValue("at");
    assertThat(bye.cseq()).hasValue(1);
    assertThat(Dialog.uac(invite(), ok).owns(bye)).isTrue();
    assertThat(d.owns(Dialog.uac(invite(), ok).request("INFO").build())).isTrue();
    assertThat(d.owns(invite())).isFalse();
  }

  @Test
  public void aTargetRefreshMovesTheTarget() {
    Dialog d = Dialog.uac(invite(), ok());
    d.refreshTarget(SipMessage.of(ok().text().replace("192.0.2.9", "192.0.2.10")));
    assertThat(d.remoteTarget()).isEqualTo("sip:b2@192.0.2.10:5090;x=y");
    d.refreshTarget(SipMessage.of(ok().text().replaceAll("Contact:.*\r\n", "")));
    assertThat(d.remoteTarget()).isEqualTo("sip:b2@192.0.2.10:5090;x=y");
  }

  @Test
  public void withoutAContactTheRequestUriStandsIn() {
    SipMessage bare = SipMessage.of(ok().text().replaceAll("Contact:.*\r\n", ""));
    assertThat(Dialog.uac(invite(), bare).remoteTarget()).isEqualTo("sip:b@example.com");
  }

  @Test
  public void aCancelIsItsRequestsTwin() {
    SipMessage invite = invite();
    SipMessage cancel = RequestBuilder.cancel(invite);
    assertThat(cancel.startLine()).isEqualTo("CANCEL sip:b@example.com SIP/2.0");
    assertThat(cancel.list("Via")).isEqualTo(invite.list("Via"));
    assertThat(cancel.first("Route")).isEqualTo(invite.first("Route"));
    assertThat(cancel.first("To")).isEqualTo(invite.first("To"));
    assertThat(cancel.first("From")).isEqualTo(invite.first("From"));
    assertThat(cancel.first("CSeq")).hasValue("5 CANCEL");
    assertThat(Sanity.faults(cancel)).isEmpty();
  }

  @Test
  public void aResponseMirrorsTheRequestAndMarksItsSource() {
    SipMessage twoVias =
        SipMessage.of(
            invite()
                .text()
                .replace("Via: ", "Via: SIP/2.0/UDP nat.example.com;rport;branch=z9hG4bKt, "));
    Flow flow = new Flow(Transport.UDP, B, new InetSocketAddress("192.0.2.77", 1234));
    Arrival arrival =
        new Arrival(new Frame(Instant.EPOCH, Frame.Way.IN, flow, new byte[0]), twoVias);
    SipMessage r = ResponseBuilder.to(arrival, 180).build();
    assertThat(r.list("Via")).hasSize(2);
    assertThat(r.topVia())
        .hasValue("SIP/2.0/UDP nat.example.com;rport=1234;branch=z9hG4bKt;received=192.0.2.77");
    assertThat(r.startLine()).isEqualTo("SIP/2.0 180 Ringing");
    assertThat(r.toTag()).isPresent();
    assertThat(ResponseBuilder.to(arrival, 200).build().toTag()).isEqualTo(r.toTag());
    assertThat(ResponseBuilder.to(arrival, 100).build().toTag()).isEmpty();
    assertThat(Sanity.faults(r)).isEmpty();
  }

  @Test
  public void headersAreSetRepeatedAndRemoved() {
    SipMessage m =
        RequestBuilder.of("OPTIONS", "sip:a")
            .header("Subject", "x")
            .header("Via", "v")
            .set("s", List.of("y", "z"))
            .remove("v")
            .header("Content-Length", "99")
            .build();
    assertThat(m.text())
        .isEqualTo("OPTIONS sip:a SIP/2.0\r\ns: y\r\ns: z\r\nContent-Length: 99\r\n\r\n");
  }
}
