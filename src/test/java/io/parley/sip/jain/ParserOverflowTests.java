package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.nist.core.CommonLogger;
import gov.nist.javax.sip.parser.StringMsgParser;
import io.parley.sip.Arrival;
import io.parley.sip.Peer;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/**
 * JAIN-SIP's parser can overflow the stack of the thread that reads a datagram, which ends that
 * thread (usnistgov/jsip pull request 85). It has no recursion that a message could drive without
 * bound; what overflows is a call made where little stack is left. Here nothing of a message is
 * parsed by it, and a reader survives any overflow.
 */
public class ParserOverflowTests {
  private static final String MESSAGE =
      "OPTIONS sip:a@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.3.8:5;rport;branch=z9hG4bK%s\r\n"
          + "Max-Forwards: 70\r\nFrom: \"A\" <sip:x@example.com>;tag=9\r\nTo: <sip:a@example.com>\r\n"
          + "Call-ID: %s\r\nCSeq: 7 OPTIONS\r\nContent-Length: 0\r\n\r\n";

  @BeforeClass
  public void giveJainALogger() {
    CommonLogger.legacyLogger = new StackLog();
  }

  private static byte[] message(String method, String id) {
    return MESSAGE
        .formatted(id + method, id)
        .replace("OPTIONS", method)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Parses at every depth of a recursion until the parser itself is what overflows. */
  private static void parseEverDeeper() throws Exception {
    new StringMsgParser().parseSIPMessage(message("OPTIONS", "deep"), true, false, null);
    parseEverDeeper();
  }

  @Test
  public void theParserOverflowsALowStack() {
    assertThatThrownBy(ParserOverflowTests::parseEverDeeper)
        .isInstanceOf(StackOverflowError.class)
        .satisfies(
            e ->
                assertThat(e.getStackTrace()[0].getClassName())
                    .as("what overflowed")
                    .doesNotStartWith("io.parley"));
  }

  @Test
  public void aReaderThatOverflowedAnswersAHundredCalls() throws Exception {
    Peer peer =
        new Peer(
            a -> {
              if (a.message().callId().equals("overflow")) {
                overflow();
              }
              return io.parley.sip.SipListener.Handling.DELIVER;
            });
    try (JainEndpoint endpoint =
            JainEndpoint.open(
                new InetSocketAddress("127.0.1.8", 0), EnumSet.of(Transport.UDP), peer, "deep");
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.3.8", 0))) {
      socket.setSoTimeout((int) Peer.SOON.toMillis());
      say(socket, endpoint, "INVITE", "overflow");
      for (int i = 0; i < 100; i++) {
        call(socket, endpoint, peer, "good" + i);
      }
    }
  }

  /** INVITE, 200, ACK, BYE, 200. */
  private static void call(DatagramSocket socket, JainEndpoint endpoint, Peer peer, String id)
      throws Exception {
    for (String method : List.of("INVITE", "BYE")) {
      say(socket, endpoint, method, id);
      Arrival arrival =
          peer.next(m -> m.callId().equals(id) && m.isRequest() && m.method().equals(method));
      endpoint.respond(
          arrival, ResponseBuilder.to(arrival, 200).contact("<sip:a@127.0.1.8>").build());
      awaitOk(socket, method, id);
      if (method.equals("INVITE")) {
        say(socket, endpoint, "ACK", id);
      }
    }
  }

  /** Passes over what a slow moment may bring: 100, a 200 that comes again. */
  private static void awaitOk(DatagramSocket socket, String method, String id) throws Exception {
    SipMessage answer;
    do {
      DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
      socket.receive(packet);
      answer = SipMessage.of(Arrays.copyOf(packet.getData(), packet.getLength()));
    } while (!(answer.callId().equals(id)
        && answer.method().equals(method)
        && answer.status().orElse(0) == 200));
  }

  private static void overflow() {
    try {
      parseEverDeeper();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void say(DatagramSocket socket, JainEndpoint endpoint, String method, String id)
      throws Exception {
    byte[] bytes = message(method, id);
    socket.send(new DatagramPacket(bytes, bytes.length, endpoint.address()));
  }
}
