package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.sip.Arrival;
import io.parley.sip.Peer;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** What a plain UDP socket says to an endpoint of the stack lane, and what it says back. */
public class JainOddMessagesTests {
  private Peer peer;
  private JainEndpoint endpoint;
  private DatagramSocket socket;

  @BeforeMethod
  public void open() throws Exception {
    peer = new Peer();
    endpoint = endpoint(peer);
    socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.3.1"), 0));
    socket.setSoTimeout(10_000);
  }

  private static JainEndpoint endpoint(Peer peer) {
    return JainEndpoint.open(
        new InetSocketAddress("127.0.1.2", 0), EnumSet.of(Transport.UDP), peer, "odd");
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    socket.close();
    endpoint.close();
  }

  private InetSocketAddress socketAddress() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private SipMessage invite(String callId) {
    return RequestBuilder.of("INVITE", "sip:b@example.com")
        .via(Transport.UDP, endpoint.address())
        .maxForwards()
        .from("<sip:a@example.com>", "1")
        .to("<sip:b@example.com>")
        .callId(callId)
        .cseq(1)
        .contact("<sip:a@" + Flow.text(endpoint.address()) + ">")
        .build();
  }

  private void say(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    socket.send(new DatagramPacket(bytes, bytes.length, endpoint.address()));
  }

  private SipMessage hear() throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
    socket.receive(packet);
    return SipMessage.of(java.util.Arrays.copyOf(packet.getData(), packet.getLength()));
  }

  private String request(String method, String callId, String... without) {
    String text =
        method
            + " sip:a@example.com SIP/2.0\r\n"
            + ("Via: SIP/2.0/UDP " + Flow.text(socketAddress()) + ";branch=z9hG4bK" + callId)
            + "\r\nMax-Forwards: 70\r\nFrom: <sip:x@example.com>;tag=9\r\n"
            + "To: <sip:a@example.com>\r\nCall-ID: "
            + callId
            + "\r\nCSeq: 7 "
            + method
            + "\r\nContact: <sip:x@example.com>\r\nContent-Length: 0\r\n\r\n";
    for (String name : without) {
      text = text.replaceAll("(?m)^" + name + ":.*\r\n", "");
    }
    return text;
  }

  @Test
  public void anUnansweredInviteIsRepeatedByteForByteUntilSomethingComes() throws Exception {
    String odd = invite("repeat").text().replace("Max-Forwards:", "mAX-fORWARDS   :\t");
    endpoint.send(SipMessage.of(odd), Transport.UDP, socketAddress());
    SipMessage first = hear();
    SipMessage second = hear();
    assertThat(first.text()).isEqualTo(odd);
    assertThat(second.text()).isEqualTo(odd);
    say(ResponseBuilder.to(first, 100).build().text());
    peer.response(100);
    assertThat(peer.departures()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  public void theAckOfARefusalComesFromTheInviteAsItWasSent() throws Exception {
    SipMessage sent =
        SipMessage.of(
            invite("ack")
                .text()
                .replace("sip:b@example.com SIP", "sip:%62@EXAMPLE.com;X=%41 SIP")
                .replace(
                    "Max-Forwards: 70\r\n",
                    "Max-Forwards: 70\r\nRoute: <sip:P1;lr>, <sip:p2;lr>\r\n"));
    endpoint.send(sent, Transport.UDP, socketAddress());
    SipMessage heard = hear();
    say(ResponseBuilder.to(heard, 488).toTag("odd-Tag.1").build().text());
    SipMessage ack = hear();
    assertThat(ack.startLine()).isEqualTo("ACK sip:%62@EXAMPLE.com;X=%41 SIP/2.0");
    assertThat(ack.topVia()).isEqualTo(sent.topVia());
    assertThat(ack.values("Route")).containsExactly("<sip:P1;lr>, <sip:p2;lr>");
    assertThat(ack.first("To")).hasValue("<sip:b@example.com>;tag=odd-Tag.1");
    assertThat(ack.first("CSeq")).hasValue("1 ACK");

    say(ResponseBuilder.to(heard, 488).toTag("odd-Tag.1").build().text());
    assertThat(hear().bytes())
        .as("each copy of the refusal is acknowledged")
        .isEqualTo(ack.bytes());
  }

  @Test
  public void aStatusThatNoStackKnowsIsTold() throws Exception {
    endpoint.send(invite("799"), Transport.UDP, socketAddress());
    String answer = ResponseBuilder.to(hear(), 200).build().text();
    say(answer.replace("SIP/2.0 200 OK", "SIP/2.0 799 Odd"));
    assertThat(peer.next(SipMessage::isResponse).message().status()).hasValue(799);
    say(answer.replaceAll("CSeq: .*", "CSeq: one INVITE"));
    assertThat(peer.next(SipMessage::isResponse).message().first("CSeq")).hasValue("one INVITE");
  }

  @Test
  public void aCallThatIsGivenUpIsNotRepeated() throws Exception {
    endpoint.send(invite("given-up"), Transport.UDP, socketAddress());
    endpoint.send(invite("kept"), Transport.UDP, socketAddress());
    endpoint.abandon("given-up");
    peer.departed(2, m -> m.callId().equals("kept"));
    assertThat(peer.departures().stream().filter(m -> m.callId().equals("given-up"))).hasSize(1);
  }

  @Test
  public void aRequestWithoutContactOrMaxForwardsIsAnswered() throws Exception {
    say(request("INVITE", "bare", "Contact", "Max-Forwards"));
    Arrival arrival = peer.request("INVITE");
    endpoint.respond(arrival, ResponseBuilder.to(arrival, 400).build());
    assertThat(hear().status()).hasValue(400);
  }

  @Test
  public void aRequestWithoutAnyIdentityIsAnsweredToItsSource() throws Exception {
    say("INVITE sip:a@example.com SIP/2.0\r\nSubject: none\r\n\r\n");
    Arrival arrival = peer.request("INVITE");
    endpoint.respond(arrival, ResponseBuilder.to(arrival, 400).build());
    assertThat(hear().status()).hasValue(400);
  }

  @Test
  public void aRetransmittedRequestGetsTheSameAnswerAgain() throws Exception {
    say(request("OPTIONS", "twice"));
    Arrival arrival = peer.request("OPTIONS");
    endpoint.respond(arrival, ResponseBuilder.to(arrival, 200).header("X-Odd", "1").build());
    SipMessage first = hear();
    say(request("OPTIONS", "twice"));
    assertThat(hear().bytes()).isEqualTo(first.bytes());
    assertThat(first.first("X-Odd")).hasValue("1");
  }

  @Test
  public void anAcceptedInviteIsRepeatedUntilItsAck() throws Exception {
    say(request("INVITE", "accepted"));
    Arrival arrival = peer.request("INVITE");
    SipMessage ok = ResponseBuilder.to(arrival, 200).contact("<sip:a@example.com>").build();
    endpoint.respond(arrival, ok);
    assertThat(hear().bytes()).isEqualTo(ok.bytes());
    assertThat(hear().bytes()).as("repeated after T1").isEqualTo(ok.bytes());
    say(request("INVITE", "accepted"));
    assertThat(hear().bytes()).as("repeated for a copy of the INVITE").isEqualTo(ok.bytes());
    say(
        request("ACK", "accepted-ack")
            .replace("Call-ID: accepted-ack", "Call-ID: accepted")
            .replace("To: <sip:a@example.com>", "To: " + ok.first("To").orElseThrow()));
    peer.request("ACK");
    // An OPTIONS that waits longer than the next copy would: nothing else may come before it.
    say(request("OPTIONS", "after"));
    Arrival options = peer.request("OPTIONS");
    peer.departed(3, m -> m.cseqMethod().equals("INVITE"));
    endpoint.respond(options, ResponseBuilder.to(options, 200).build());
    SipMessage next = hear();
    assertThat(next.cseqMethod()).isEqualTo("OPTIONS");
    socket.setSoTimeout(2500);
    assertThatThrownBy(this::hear).isInstanceOf(java.net.SocketTimeoutException.class);
  }

  @Test
  public void aSecondFinalResponseLeavesToo() throws Exception {
    say(request("INVITE", "two-finals"));
    Arrival arrival = peer.request("INVITE");
    endpoint.respond(arrival, ResponseBuilder.to(arrival, 488).build());
    endpoint.respond(arrival, ResponseBuilder.to(arrival, 200).build());
    assertThat(hear().status()).hasValue(488);
    assertThat(hear().status()).hasValue(200);
  }

  @Test
  public void anInviteThatTheScriptIgnoresGetsATryingThatMirrorsIt() throws Exception {
    say(request("INVITE", "slow").replace("Call-ID:", "i  :").replace("From: ", "f: \"X, y\" "));
    peer.request("INVITE");
    SipMessage trying = hear();
    assertThat(trying.status()).hasValue(100);
    assertThat(trying.callId()).isEqualTo("slow");
    assertThat(trying.first("From")).hasValue("\"X, y\" <sip:x@example.com>;tag=9");
    assertThat(trying.toTag()).isEmpty();
  }

  @Test
  public void aWithheldRequestIsNotAnsweredByTheStack() throws Exception {
    endpoint.close();
    peer = new Peer(a -> SipListener.Handling.WITHHOLD);
    endpoint = endpoint(peer);
    say(request("INVITE", "withheld"));
    peer.request("INVITE");
    socket.setSoTimeout(700);
    assertThatThrownBy(this::hear).isInstanceOf(java.net.SocketTimeoutException.class);
  }

  @Test
  public void nothingEndsTheReader() throws Exception {
    List<String> nasty =
        List.of(
            "",
            "\r\n\r\n",
            "\0\0\0\0",
            "SIP/2.0",
            "SIP/2.0 200 OK\r\n\r\n",
            "INVITE\r\n\r\n",
            request("INVITE", "a").replace("<sip:x@example.com>", "<".repeat(25_000)),
            request("INVITE", "b").replace("<sip:x@example.com>", "(".repeat(25_000)),
            request("INVITE", "c").replace("CSeq: 7", "CSeq: 99999999999999999999"),
            request("INVITE", "d").replace("Max-Forwards: 70", "Max-Forwards: -1e9"),
            request("INVITE", "e").replace("Content-Length: 0", "Content-Length: 7000000000"),
            request("INVITE", "f")
                .replace("sip:a@example.com SIP", "sip:" + "[".repeat(50_000) + " SIP"),
            request("INVITE", "g").replace("branch=z9hG4bKg", "branch=" + "\"\\".repeat(20_000)),
            request("INVITE", "h").replace("Contact:", "\r\n ".repeat(9_000) + "\r\nContact:"));
    for (String s : nasty) {
      say(s);
    }
    for (int i = 0; i < 100; i++) {
      String callId = "good" + i;
      say(request("OPTIONS", callId));
      Arrival arrival = peer.next(m -> m.callId().equals(callId));
      endpoint.respond(arrival, ResponseBuilder.to(arrival, 200).build());
      SipMessage heard = hear();
      while (!heard.cseqMethod().equals("OPTIONS")) {
        heard = hear();
      }
      assertThat(heard.callId()).isEqualTo(callId);
    }
  }

  @Test
  public void aListenerThatOverflowsDoesNotEndTheReader() throws Exception {
    endpoint.close();
    peer =
        new Peer(
            a -> {
              if (a.message().callId().equals("deep")) {
                throw new StackOverflowError();
              }
              return SipListener.Handling.DELIVER;
            });
    endpoint = endpoint(peer);
    say(request("OPTIONS", "deep"));
    say(request("OPTIONS", "next"));
    peer.next(m -> m.callId().equals("next"));
  }

  @Test
  public void aMessageTooLongForADatagramIsRefusedInWords() throws SocketException {
    SipMessage huge =
        SipMessage.of(
            invite("huge").text().replace("Max-F", "X: " + "x".repeat(70_000) + "\r\nMax-F"));
    assertThatThrownBy(() -> endpoint.send(huge, Transport.UDP, socketAddress()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("does not fit into a UDP datagram");
  }

  @Test
  public void aRequestThatNoTransactionCanCarryIsRefusedInWords() {
    SipMessage noBranch = SipMessage.of(invite("x").text().replaceAll(";branch=[^;]*", ""));
    assertThatThrownBy(() -> endpoint.send(noBranch, Transport.UDP, socketAddress()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("raw lane");
  }
}
