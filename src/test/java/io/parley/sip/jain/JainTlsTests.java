package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.sip.Arrival;
import io.parley.sip.Ids;
import io.parley.sip.Peer;
import io.parley.sip.RawEndpoint;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.sip.SipTimers;
import io.parley.wire.TestAuthority;
import io.parley.wire.TlsFailure;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Calls over TLS, in both lanes. */
public class JainTlsTests {
  private static final String NAME = "sbc.example.com";

  private TestAuthority authority;
  private TlsSettings trusting;
  private TlsSettings server;
  private Peer peer;
  private JainEndpoint callee;

  @BeforeClass
  public void certificates() {
    authority = new TestAuthority();
    trusting = TlsSettings.DEFAULT.trusting(authority.certificates()).expecting(NAME);
    server = TlsSettings.DEFAULT.as(authority.issue("DNS:" + NAME).identity());
  }

  @BeforeMethod
  public void open() {
    peer = new Peer();
    callee = endpoint("127.0.1.64", server, peer);
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    if (callee != null) {
      callee.close();
    }
  }

  private static JainEndpoint endpoint(String host, TlsSettings tls, Peer listener) {
    return JainEndpoint.open(
        new InetSocketAddress(host, 0),
        EnumSet.allOf(Transport.class),
        tls,
        listener,
        "tls",
        SipTimers.STANDARD);
  }

  private static SipMessage invite(SipEndpoint from) {
    return RequestBuilder.of("INVITE", "sip:callee@" + NAME + ";transport=tls")
        .via(Transport.TLS, from.address(Transport.TLS))
        .maxForwards()
        .from("<sip:caller@example.com>", Ids.tag())
        .to("<sip:callee@" + NAME + ">")
        .callId(Ids.callId())
        .cseq(1)
        .contact("<sip:caller@example.com;transport=tls>")
        .build();
  }

  private void refusedCall(SipEndpoint caller, Peer answers) {
    SipMessage invite = invite(caller);
    caller.send(invite, Transport.TLS, callee.address(Transport.TLS));
    Arrival arrived = peer.request("INVITE");
    assertThat(arrived.message().text())
        .isEqualTo(invite.text())
        .contains("Via: SIP/2.0/TLS 127.0.1.65:");
    callee.respond(arrived, ResponseBuilder.to(arrived, 488).build());
    assertThat(answers.response(488).message().callId()).isEqualTo(invite.callId());
    peer.request("ACK");
  }

  @Test
  public void aRefusalIsAcknowledgedOverTls() {
    Peer answers = new Peer();
    try (JainEndpoint caller = endpoint("127.0.1.65", trusting, answers)) {
      refusedCall(caller, answers);
    }
  }

  @Test
  public void theRawLaneSpeaksTls() {
    Peer answers = new Peer();
    try (RawEndpoint caller =
        RawEndpoint.open(
            new InetSocketAddress("127.0.1.65", 0).getAddress(),
            EnumSet.of(Transport.TLS),
            trusting,
            answers,
            SipTimers.STANDARD)) {
      refusedCall(caller, answers);
    }
  }

  @Test
  public void aHandshakeThatFailsIsTold() {
    Peer answers = new Peer();
    TlsSettings other = trusting.expecting("other.example.com");
    try (JainEndpoint caller = endpoint("127.0.1.65", other, answers)) {
      assertThatThrownBy(
              () -> caller.send(invite(caller), Transport.TLS, callee.address(Transport.TLS)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(TlsFailure.WRONG_NAME.words())
          .hasMessageContaining(NAME);
    }
  }
}
