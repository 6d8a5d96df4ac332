package io.parley.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** The raw lane against a plain UDP socket. */
public class RawEndpointTests {
  private static final SipTimers QUICK =
      new SipTimers(Duration.ofMillis(20), Duration.ofMillis(80));

  private Peer peer;
  private RawEndpoint endpoint;
  private DatagramSocket socket;
  private InetSocketAddress there;

  @BeforeMethod
  public void open() throws Exception {
    peer = new Peer();
    InetAddress bind = InetAddress.getByName("127.0.1.5");
    endpoint = RawEndpoint.open(bind, EnumSet.of(Transport.UDP), TlsSettings.DEFAULT, peer, QUICK);
    socket = new DatagramSocket(new InetSocketAddress("127.0.3.5", 0));
    socket.setSoTimeout(10_000);
    there = (InetSocketAddress) socket.getLocalSocketAddress();
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    endpoint.close();
    socket.close();
  }

  private String invite() {
    return "INVITE sip:b@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.1.5:"
        + endpoint.address().getPort()
        + ";branch=z9hG4bKraw\r\nFrom: <sip:a@example.com>;tag=1\r\nTo: <sip:b@example.com>\r\n"
        + "Call-ID: raw\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n";
  }

  private SipMessage hear() throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
    socket.receive(packet);
    return SipMessage.of(Arrays.copyOf(packet.getData(), packet.getLength()));
  }

  private void say(String text) throws Exception {
    byte[] bytes = SipMessage.of(text).bytes();
    socket.send(new DatagramPacket(bytes, bytes.length, endpoint.address()));
  }

  @Test
  public void whatIsSentIsWhatWasGivenAndRepeatedSo() throws Exception {
    String odd = "INVITE sip:b SIP/2.0\0\r\nX \0: y\r\n  folded\r\n\r\n\0\1\2";
    endpoint.send(SipMessage.of(odd), Transport.UDP, there);
    assertThat(hear().text()).isEqualTo(odd);
    assertThat(hear().text()).isEqualTo(odd);
  }

  @Test
  public void aMissingViaIsMissingInTheAckToo() throws Exception {
    String noVia = invite().replaceAll("Via:.*\r\n", "");
    endpoint.send(SipMessage.of(noVia), Transport.UDP, there);
    hear();
    say("SIP/2.0 400 Bad\r\nTo: <sip:b@example.com>;tag=x\r\nCSeq: 1 INVITE\r\n\r\n");
    SipMessage ack = ackHeard();
    assertThat(ack.values("Via")).isEmpty();
    assertThat(ack.toTag()).hasValue("x");
    assertThat(ack.callId()).isEqualTo("raw");
  }

  @Test
  public void aBadCseqKeepsItsNumberInTheAck() throws Exception {
    endpoint.send(
        SipMessage.of(invite().replace("1 INVITE", "99999999999 INVITE")), Transport.UDP, there);
    hear();
    say("SIP/2.0 400 Bad CSeq\r\nTo: <sip:b@example.com>;tag=x\r\n\r\n");
    SipMessage ack = ackHeard();
    assertThat(ack.startLine()).isEqualTo("ACK sip:b@example.com SIP/2.0");
    assertThat(ack.first("CSeq")).hasValue("99999999999 ACK");
    assertThat(ack.branch()).hasValue("z9hG4bKraw");
  }

  @Test
  public void ofTwoRequestsTheAckHasTheBranchOfTheOneThatWasRefused() throws Exception {
    endpoint.send(SipMessage.of(invite()), Transport.UDP, there);
    endpoint.send(
        SipMessage.of(invite().replace("z9hG4bKraw", "z9hG4bKcopy")), Transport.UDP, there);
    say(
        "SIP/2.0 482 Loop Detected\r\nVia: SIP/2.0/UDP 127.0.1.5;branch=z9hG4bKcopy\r\n"
            + "To: <sip:b@example.com>;tag=x\r\nCSeq: 1 INVITE\r\n\r\n");
    assertThat(ackHeard().branch()).hasValue("z9hG4bKcopy");
  }

  private SipMessage ackHeard() throws Exception {
    SipMessage m = hear();
    while (!m.startLine().startsWith("ACK")) {
      m = hear();
    }
    return m;
  }

  @Test
  public void anythingThatComesBackEndsTheRepetition() throws Exception {
    endpoint.send(SipMessage.of(invite()), Transport.UDP, there);
    hear();
    say("SIP/2.0 100 Trying\r\nCall-ID: another\r\n\r\n");
    peer.response(100);
    int sent = peer.departures().size();
    socket.setSoTimeout(300);
    int heard = 1;
    try {
      while (true) {
        hear();
        heard++;
      }
    } catch (SocketTimeoutException e) {
      assertThat(heard).isLessThanOrEqualTo(sent + 1);
    }
  }

  @Test
  public void silenceIsToldAfterSixtyFourTimesT1() {
    long start = System.nanoTime();
    endpoint.send(SipMessage.of(invite()), Transport.UDP, there);
    peer.event("timed out INVITE");
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(took).isGreaterThanOrEqualTo(QUICK.t1().multipliedBy(64));
    assertThat(peer.departures()).as("at 0, 1, 3, 7, 15, 31, 63 times T1").hasSize(7);
  }

  @Test
  public void aCallThatIsGivenUpIsSilent() throws Exception {
    endpoint.send(SipMessage.of(invite()), Transport.UDP, there);
    endpoint.abandon("raw");
    hear();
    socket.setSoTimeout(200);
    try {
      SipMessage more = hear();
      assertThat(more).as("a copy after it was given up").isNull();
    } catch (SocketTimeoutException e) {
      assertThat(peer.departures()).hasSize(1);
    }
  }

  @Test
  public void whateverComesIsTold() throws Exception {
    say("SIP/9.9 99999 ?\r\n\r\n");
    assertThat(peer.next(m -> true).message().startLine()).isEqualTo("SIP/9.9 99999 ?");
    say("BYE sip:a SIP/2.0\r\nCall-ID: q\r\nCSeq: 3 BYE\r\n\r\n");
    Arrival bye = peer.request("BYE");
    endpoint.respond(bye, ResponseBuilder.to(bye, 200).build());
    SipMessage first = hear();
    assertThat(first.status()).hasValue(200);
    say("BYE sip:a SIP/2.0\r\nCall-ID: q\r\nCSeq: 3 BYE\r\n\r\n");
    assertThat(hear().bytes()).isEqualTo(first.bytes());
  }
}
