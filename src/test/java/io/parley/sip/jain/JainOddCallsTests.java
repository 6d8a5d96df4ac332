package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.net.SocketException;
import org.testng.annotations.Test;

/** What an endpoint of the stack lane sends that no stack would, and what comes of it. */
public class JainOddCallsTests extends PlainSocket {
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
