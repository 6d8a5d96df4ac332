package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.sip.Arrival;
import io.parley.sip.Peer;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import java.util.List;
import org.testng.annotations.Test;

/** What a plain UDP socket says to an endpoint of the stack lane, and what it says back. */
public class JainOddMessagesTests extends PlainSocket {
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
}
