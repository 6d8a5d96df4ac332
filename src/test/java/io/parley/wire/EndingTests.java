package io.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Connections ended on purpose, as the other side sees it. */
public class EndingTests {
  private static final byte[] REQUEST =
      "OPTIONS sip:a SIP/2.0\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final BlockingQueue<Frame> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> broken = new LinkedBlockingQueue<>();
  private ServerSocket server;
  private Wire wire;

  @BeforeMethod
  public void open() throws IOException {
    server = new ServerSocket();
    server.bind(new InetSocketAddress("127.0.0.1", 0));
    server.setSoTimeout(10_000);
    WireListener listener =
        new WireListener() {
          @Override
          public void received(Frame frame) {
            heard.add(frame);
          }

          @Override
          public void sending(Frame frame) {}

          @Override
          public void broke(Flow flow, String reason) {
            broken.add(reason);
          }
        };
    wire = Wire.open(new InetSocketAddress("127.0.0.1", 0), Set.of(Transport.TCP), listener, "end");
  }

  @AfterMethod(alwaysRun = true)
  public void close() throws IOException {
    wire.close();
    server.close();
    heard.clear();
    broken.clear();
  }

  private InetSocketAddress place() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  private Socket connected() throws IOException {
    wire.send(REQUEST, Transport.TCP, place());
    Socket peer = server.accept();
    peer.setSoTimeout(10_000);
    assertThat(peer.getInputStream().readNBytes(REQUEST.length)).isEqualTo(REQUEST);
    return peer;
  }

  @Test
  public void aClosedConnectionEndsAndTheNextMessageMakesANewOne() throws IOException {
    try (Socket peer = connected()) {
      assertThat(wire.isConnected(Transport.TCP, place())).isTrue();
      assertThat(wire.end(Transport.TCP, Ending.CLOSE)).isTrue();
      assertThat(peer.getInputStream().read()).isEqualTo(-1);
      assertThat(wire.isConnected(Transport.TCP, place())).isFalse();
      assertThat(wire.end(Transport.TCP, Ending.CLOSE)).isFalse();
      assertThat(broken).isEmpty();
      try (Socket next = connected()) {
        assertThat(next.getPort()).isNotEqualTo(peer.getPort());
      }
    }
  }

  @Test
  public void aResetConnectionIsCutOff() throws IOException {
    try (Socket peer = connected()) {
      wire.end(Transport.TCP, Ending.RESET);
      assertThatThrownBy(() -> peer.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  public void onAHalfClosedConnectionWhatStillComesIsRead() throws Exception {
    try (Socket peer = connected()) {
      wire.end(Transport.TCP, Ending.HALF_CLOSE);
      assertThat(peer.getInputStream().read()).isEqualTo(-1);
      peer.getOutputStream()
          .write("SIP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isNotNull();
      try (Socket next = connected()) {
        assertThat(next.getPort()).isNotEqualTo(peer.getPort());
      }
    }
  }
}
