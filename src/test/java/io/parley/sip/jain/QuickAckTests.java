package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.sip.SipTimers;
import io.parley.wire.Frame;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.Test;

/** An ACK that is there before the one who refused has got on. */
public class QuickAckTests {
  private static final Duration T1 = Duration.ofMillis(60);

  /** Holds the sending thread back until the ACK has come. */
  private static final class Held implements SipListener {
    private final BlockingQueue<Arrival> invites = new LinkedBlockingQueue<>();
    private final CountDownLatch acknowledged = new CountDownLatch(1);

    @Override
    public Handling arrived(Arrival arrival) {
      if (arrival.message().method().equals("ACK")) {
        acknowledged.countDown();
      } else {
        invites.add(arrival);
      }
      return Handling.DELIVER;
    }

    @Override
    public void left(Frame frame, SipMessage message) {
      if (message.status().orElse(0) == 488) {
        try {
          acknowledged.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  @Test
  public void theRefusalIsNotRepeated() throws Exception {
    Held listener = new Held();
    try (JainEndpoint endpoint =
            JainEndpoint.open(
                new InetSocketAddress("127.0.1.9", 0),
                EnumSet.of(Transport.UDP),
                TlsSettings.DEFAULT,
                listener,
                "quick",
                new SipTimers(T1, T1.multipliedBy(8)));
        DatagramSocket peer = new DatagramSocket(new InetSocketAddress("127.0.1.10", 0))) {
      peer.setSoTimeout(10_000);
      send(peer, endpoint, request(peer, "INVITE", ""));
      Arrival invite = listener.invites.poll(10, TimeUnit.SECONDS);
      Thread answering =
          new Thread(
              () -> endpoint.respond(invite, ResponseBuilder.to(invite, 488).toTag("u").build()));
      answering.start();
      await(peer);
      send(peer, endpoint, request(peer, "ACK", ";tag=u"));
      answering.join(10_000);
      assertThat(answering.isAlive()).isFalse();
      peer.setSoTimeout((int) T1.multipliedBy(6).toMillis());
      assertThatThrownBy(() -> await(peer)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  /** The next 488. */
  private static void await(DatagramSocket peer) throws Exception {
    while (true) {
      DatagramPacket packet = new DatagramPacket(new byte[4000], 4000);
      peer.receive(packet);
      String text =
          new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
      if (text.startsWith("SIP/2.0 488")) {
        return;
      }
    }
  }

  private static String request(DatagramSocket peer, String method, String toTag) {
    return method
        + " sip:a@127.0.1.9 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.1.10:"
        + peer.getLocalPort()
        + ";branch=z9hG4bKq\r\nFrom: <sip:b@127.0.1.10>;tag=b\r\nTo: <sip:a@127.0.1.9>"
        + toTag
        + "\r\nCall-ID: quick\r\nCSeq: 1 "
        + method
        + "\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
  }

  private static void send(DatagramSocket peer, JainEndpoint endpoint, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    try {
      peer.send(new DatagramPacket(bytes, bytes.length, endpoint.address()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
