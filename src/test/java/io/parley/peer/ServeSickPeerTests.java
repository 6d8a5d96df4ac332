package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.run.ServeOutcome;
import io.parley.serve.ServedCall;
import io.parley.wire.Transport;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.testng.annotations.Test;

/** Peers that misbehave do not keep a served far end from the calls of others. */
public class ServeSickPeerTests {
  private static final String SDP =
      "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
          + "m=audio 6000 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\n";

  private static String invite(String callId, String own, String extra) {
    return "INVITE sip:+15550100000@127.0.0.1 SIP/2.0\r\n"
        + "Via: SIP/2.0/UDP "
        + own
        + ";branch=z9hG4bK-"
        + callId
        + "\r\n"
        + "From: <sip:+15550190000@"
        + own
        + ">;tag="
        + callId
        + "\r\n"
        + "To: <sip:+15550100000@127.0.0.1>\r\n"
        + "Call-ID: "
        + callId
        + "\r\n"
        + "CSeq: 1 INVITE\r\nMax-Forwards: 70\r\nContact: <sip:a@"
        + own
        + ">\r\n"
        + extra
        + "Content-Type: application/sdp\r\nContent-Length: "
        + SDP.length()
        + "\r\n\r\n"
        + SDP;
  }

  private static void send(DatagramSocket socket, ServedFarEnd to, byte[] bytes)
      throws IOException {
    socket.send(new DatagramPacket(bytes, bytes.length, to.address()));
  }

  private static void send(DatagramSocket socket, ServedFarEnd to, String text) throws IOException {
    send(socket, to, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static DatagramSocket socket() throws IOException {
    DatagramSocket out = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
    out.setSoTimeout(10_000);
    return out;
  }

  private static String own(DatagramSocket socket) {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** The next message with that start. */
  private static String next(DatagramSocket socket, String start) throws IOException {
    while (true) {
      DatagramPacket packet = new DatagramPacket(new byte[8000], 8000);
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        throw new AssertionError("no message that starts with " + start, e);
      }
      String text =
          new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
      if (text.startsWith(start)) {
        return text;
      }
    }
  }

  private static void goodCallIsTaken(ServedFarEnd farEnd) throws Exception {
    try (DatagramSocket good = socket()) {
      send(good, farEnd, invite("good", own(good), ""));
      next(good, "SIP/2.0 200");
      assertThat(farEnd.ruling(c -> c.flow().remote().getPort() == good.getLocalPort()).accepted())
          .isTrue();
    }
  }

  @Test
  public void noiseOverUdpAndConnectionsThatSayNothing() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP, Transport.TCP);
        DatagramSocket sick = socket()) {
      Random random = new Random(7);
      for (int i = 0; i < 500; i++) {
        byte[] noise = new byte[random.nextInt(1400)];
        random.nextBytes(noise);
        send(sick, farEnd, noise);
      }
      InetAddress loopback = InetAddress.getLoopbackAddress();
      try (Socket silent = new Socket(farEnd.address().getAddress(), farEnd.address().getPort());
          Socket endless = new Socket(farEnd.address().getAddress(), farEnd.address().getPort())) {
        assertThat(loopback.isLoopbackAddress()).isTrue();
        endless.getOutputStream().write("INVITE sip:a@b SIP/2.0\r\nX: ".getBytes());
        endless.getOutputStream().write(new byte[20_000]);
        goodCallIsTaken(farEnd);
        assertThat(silent.isConnected()).isTrue();
      }
    }
  }

  @Test
  public void aMalformedInviteIsToldAndRefused() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP);
        DatagramSocket sick = socket()) {
      send(sick, farEnd, invite("sick", own(sick), "").replace("CSeq: 1 INVITE", "CSeq: one"));
      next(sick, "SIP/2.0 400");
      ServedCall call = farEnd.ruling(c -> true);
      assertThat(call.objections().get(0).rule()).isEqualTo("request-malformed");
      goodCallIsTaken(farEnd);
    }
  }

  @Test
  public void anExtensionThatIsNotKnownIsToldAndRefused() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP);
        DatagramSocket sick = socket()) {
      send(sick, farEnd, invite("require", own(sick), "Require: unheard-of\r\n"));
      next(sick, "SIP/2.0 420");
      ServedCall call = farEnd.ruling(c -> true);
      assertThat(call.status()).isEqualTo(420);
      assertThat(call.notes().toString()).contains("requires unheard-of");
    }
  }

  /** Never acknowledged, never hung up: the calls are ended with the serving, and reported. */
  @Test
  public void callersThatVanishAreReported() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP)) {
      try (DatagramSocket sick = socket()) {
        for (int i = 0; i < 20; i++) {
          send(sick, farEnd, invite("gone-" + i, own(sick), ""));
          farEnd.ruling(c -> true);
        }
      }
      ServeOutcome outcome = farEnd.stopped();
      assertThat(outcome.calls()).isEqualTo(20);
      assertThat(outcome.good()).isZero();
      assertThat(farEnd.report("evidence/call-00001@sipconnect/findings.txt"))
          .contains("an ACK to the 200");
    }
  }

  @Test
  public void aRetransmittedInviteIsOneCall() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("teams-direct-routing", Transport.UDP);
        DatagramSocket sick = socket()) {
      for (int i = 0; i < 3; i++) {
        send(sick, farEnd, invite("again", own(sick), ""));
        next(sick, "SIP/2.0 488");
      }
      ServeOutcome outcome = farEnd.stopped();
      assertThat(outcome.calls()).isEqualTo(1);
    }
  }

  @Test
  public void optionsAreAnsweredAndCounted() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP);
        DatagramSocket peer = socket()) {
      String options =
          invite("options", own(peer), "")
              .replace("INVITE", "OPTIONS")
              .replaceAll("(?s)Content-Type.*", "Content-Length: 0\r\n\r\n");
      send(peer, farEnd, options);
      next(peer, "SIP/2.0 200");
      assertThat(farEnd.stopped().options()).isEqualTo(1);
    }
  }
}
