package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.Peer;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Calls between two endpoints of the stack lane. */
public class JainCallTests {
  private Peer caller;
  private Peer callee;
  private JainEndpoint uac;
  private JainEndpoint uas;

  @BeforeMethod
  public void open() {
    caller = new Peer();
    callee = new Peer();
    uac = endpoint("127.0.1.1", caller, "uac");
    uas = endpoint("127.0.2.1", callee, "uas");
  }

  private static JainEndpoint endpoint(String ip, Peer peer, String name) {
    return JainEndpoint.open(
        new InetSocketAddress(ip, 0), EnumSet.allOf(Transport.class), peer, name);
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

  private SipMessage invite(Transport transport, String callId) {
    return RequestBuilder.of("INVITE", "sip:+15550100@example.com")
        .via(transport, uac.address())
        .maxForwards()
        .from("\"A, B\" <sip:a@example.com>", "f" + callId)
        .to("<sip:+15550100@example.com>")
        .callId(callId)
        .cseq(1)
        .contact("<sip:a@" + Flow.text(uac.address()) + ">")
        .body("application/sdp", "v=0\r\n".getBytes(StandardCharsets.US_ASCII))
        .build();
  }

  @Test(dataProvider = "transports")
  public void aCallIsSetUpAndHungUpByTheCaller(Transport t) {
    SipMessage invite = invite(t, "call-" + t);
    uac.send(invite, t, uas.address());
    Arrival offered = callee.request("INVITE");
    assertThat(offered.message().bytes()).isEqualTo(invite.bytes());

    uas.respond(offered, ResponseBuilder.to(offered, 180).build());
    SipMessage ok =
        ResponseBuilder.to(offered, 200)
            .contact("<sip:b@" + Flow.text(uas.address()) + ">")
            .build();
    uas.respond(offered, ok);
    SipMessage answer = caller.response(200).message();
    assertThat(answer.bytes()).isEqualTo(ok.bytes());

    Dialog dialog = Dialog.uac(invite, answer);
    Flow flow = uac.flowTo(t, uas.address());
    uac.sendStateless(dialog.ack(invite).via(t, uac.address()).build().bytes(), t, flow.remote());
    callee.request("ACK");

    uac.send(dialog.request("BYE").via(t, uac.address()).build(), t, uas.address());
    Arrival bye = callee.request("BYE");
    assertThat(bye.message().requestUri()).isEqualTo("sip:b@" + Flow.text(uas.address()));
    assertThat(bye.message().cseq()).hasValue(2);
    uas.respond(bye, ResponseBuilder.to(bye, 200).build());
    assertThat(caller.next(m -> m.cseqMethod().equals("BYE")).message().status()).hasValue(200);
  }

  @Test(dataProvider = "transports")
  public void theCalleeHangsUpOnTheFlowOfTheDialog(Transport t) {
    SipMessage invite = invite(t, "uas-bye-" + t);
    uac.send(invite, t, uas.address());
    Arrival offered = callee.request("INVITE");
    SipMessage ok = ResponseBuilder.to(offered, 200).contact("<sip:b@192.0.2.9>").build();
    uas.respond(offered, ok);
    SipMessage answer = caller.response(200).message();
    uac.sendStateless(
        Dialog.uac(invite, answer).ack(invite).via(t, uac.address()).build().bytes(),
        t,
        uas.address());
    callee.request("ACK");

    Dialog dialog = Dialog.uas(offered.message(), ok);
    SipMessage bye = dialog.request("BYE").via(t, uas.address()).build();
    uas.send(bye, t, offered.frame().flow().remote());
    Arrival hungUp = caller.request("BYE");
    assertThat(hungUp.message().fromTag()).isEqualTo(ok.toTag());
    uac.respond(hungUp, ResponseBuilder.to(hungUp, 200).build());
    assertThat(callee.next(SipMessage::isResponse).message().status()).hasValue(200);
  }

  @Test(dataProvider = "transports")
  public void aRefusalIsAcknowledgedByTheTransaction(Transport t) {
    SipMessage invite = invite(t, "refused-" + t);
    uac.send(invite, t, uas.address());
    Arrival offered = callee.request("INVITE");
    SipMessage refusal = ResponseBuilder.to(offered, 488).build();
    uas.respond(offered, refusal);
    caller.response(488);

    SipMessage ack = callee.request("ACK").message();
    assertThat(ack.branch()).isEqualTo(invite.branch());
    assertThat(ack.requestUri()).isEqualTo(invite.requestUri());
    assertThat(ack.toTag()).isEqualTo(refusal.toTag());
    assertThat(ack.first("From")).isEqualTo(invite.first("From"));
    assertThat(ack.first("CSeq")).hasValue("1 ACK");
    assertThat(ack.list("Via")).hasSize(1);
  }

  @Test(dataProvider = "transports")
  public void aCallIsMadeOverIpv6(Transport t) {
    uac.close();
    uas.close();
    uac = endpoint("::1", caller, "uac6");
    uas = endpoint("::1", callee, "uas6");
    SipMessage invite = invite(t, "v6-" + t);
    assertThat(invite.topVia().orElseThrow()).contains(" [::1]:");
    uac.send(invite, t, uas.address());
    Arrival offered = callee.request("INVITE");
    uas.respond(offered, ResponseBuilder.to(offered, 488).build());
    caller.response(488);
    callee.request("ACK");
  }

  @Test(dataProvider = "transports")
  public void anEndpointMayCallItself(Transport t) {
    SipMessage invite = invite(t, "self-" + t);
    uac.send(invite, t, uac.address());
    Arrival offered = caller.request("INVITE");
    uac.respond(offered, ResponseBuilder.to(offered, 486).build());
    caller.response(486);
    caller.request("ACK");
  }

  @Test(dataProvider = "transports")
  public void aCallIsCancelled(Transport t) {
    SipMessage invite = invite(t, "cancel-" + t);
    uac.send(invite, t, uas.address());
    Arrival offered = callee.request("INVITE");
    uas.respond(offered, ResponseBuilder.to(offered, 180).build());
    caller.response(180);

    uac.send(RequestBuilder.cancel(invite), t, uas.address());
    Arrival cancel = callee.request("CANCEL");
    uas.respond(cancel, ResponseBuilder.to(cancel, 200).build());
    uas.respond(offered, ResponseBuilder.to(offered, 487).build());
    SipMessage accepted = caller.next(m -> m.status().orElse(0) == 200).message();
    assertThat(accepted.cseqMethod()).as("answered in the order of the script").isEqualTo("CANCEL");
    caller.response(487);
    callee.request("ACK");
  }
}
