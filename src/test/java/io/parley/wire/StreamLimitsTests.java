package io.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.Test;

/** Who connects and is of no use is let go, so that others are heard. */
public class StreamLimitsTests {
  private static final String REQUEST = "OPTIONS sip:a SIP/2.0\r\nContent-Length: 0\r\n\r\n";
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final List<Socket> sockets = new ArrayList<>();
  private Ear ear = new Ear();
  private TcpPort port;

  @AfterMethod(alwaysRun = true)
  public void close() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
    port.close(1000);
    ear = new Ear();
  }

  private void open(StreamLimits limits, TlsLayer tls) throws IOException {
    open(limits, tls, Sending.WAITED_FOR);
  }

  private void open(StreamLimits limits, TlsLayer tls, Sending sending) throws IOException {
    port = new TcpPort(new InetSocketAddress("127.0.0.1", 0), tls, limits, sending, ear, "limits");
    port.start();
  }

  private Socket connect() throws IOException {
    Socket out = new Socket();
    sockets.add(out);
    out.setReceiveBufferSize(4096);
    out.connect(port.address(), 10_000);
    out.setSoTimeout(10_000);
    return out;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Whether the other side closed it. */
  private static boolean isClosed(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true; // reset, since it had not read all
    }
  }

  private static StreamLimits limits(int connections, Duration handshake, Duration others) {
    return new StreamLimits(connections, handshake, others, others, others, 1 << 20);
  }

  @Test
  public void theOldestThatSaysNothingMakesRoom() throws Exception {
    open(limits(3, LONG, LONG), null);
    Socket speaks = connect();
    say(speaks, REQUEST);
    ear.frame();
    Socket silent = connect();
    for (int i = 0; i < 40; i++) {
      connect();
    }
    assertThat(isClosed(silent)).isTrue();
    Socket late = connect();
    say(late, REQUEST);
    assertThat(ear.frame().flow().remote().getPort()).isEqualTo(late.getLocalPort());
    say(speaks, REQUEST);
    assertThat(ear.frame().flow().remote().getPort()).isEqualTo(speaks.getLocalPort());
  }

  @Test
  public void whereAllSpeakOneMoreIsClosed() throws Exception {
    open(limits(2, LONG, LONG), null);
    for (int i = 0; i < 2; i++) {
      say(connect(), REQUEST);
      ear.frame();
    }
    assertThat(isClosed(connect())).isTrue();
  }

  @Test
  public void aMessageThatNeverBecomesWholeIsGivenUp() throws Exception {
    open(limits(9, LONG, SHORT), null);
    Socket half = connect();
    say(half, "INVITE sip:a SIP/2.0\r\nContent-Length: 3000\r\n\r\nab");
    assertThat(isClosed(half)).isTrue();
    assertThat(ear.end()).contains("closed by us", "no whole message within");
  }

  @Test
  public void whoSaysNothingIsGivenUp() throws Exception {
    open(new StreamLimits(9, LONG, SHORT, LONG, LONG, 1 << 20), null);
    Socket silent = connect();
    assertThat(isClosed(silent)).isTrue();
    assertThat(ear.end()).contains("closed by us", "no message within");
  }

  /** One byte of the handshake now and then keeps no timeout of a read from starting anew. */
  @Test
  public void aHandshakeThatNeverEndsIsGivenUp() throws Exception {
    TestAuthority authority = new TestAuthority();
    TlsSettings own = TlsSettings.DEFAULT.as(authority.issue("DNS:sbc.example.com").identity());
    open(limits(9, SHORT, LONG), new TlsLayer(own));
    Socket slow = connect();
    slow.getOutputStream().write(new byte[] {22, 3, 1, 1, 0, 1});
    assertThat(isClosed(slow)).isTrue();
    assertThat(ear.end()).contains("closed by us", "no TLS handshake within");
  }

  @Test
  public void whoTakesNothingHoldsNobodyUp() throws Exception {
    open(limits(9, LONG, LONG.dividedBy(300)), null);
    Socket deaf = connect();
    say(deaf, REQUEST);
    InetSocketAddress remote = ear.frame().flow().remote();
    byte[] answer = new byte[1 << 20];
    long start = System.nanoTime();
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> {
                  for (int i = 0; i < 100; i++) {
                    port.send(answer, remote);
                  }
                }))
        .isInstanceOf(IOException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  /** The peer that takes nothing is never let go here, so that who waited for it would hang. */
  @Test
  public void whoTakesNothingIsWaitedForByNobody() throws Exception {
    open(limits(9, LONG, LONG.multipliedBy(60)), null, Sending.QUEUED);
    Socket deaf = connect();
    say(deaf, REQUEST);
    InetSocketAddress remote = ear.frame().flow().remote();
    byte[] answer = new byte[1 << 16];
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> {
                  for (int i = 0; i < 5000; i++) {
                    port.send(answer, remote);
                  }
                }))
        .hasMessageContaining("it takes nothing");
    Socket good = connect();
    say(good, REQUEST);
    port.send(new byte[] {1, 2, 3}, ear.frame().flow().remote());
    assertThat(good.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
    deaf.close();
    assertThat(ear.end()).isNotEmpty();
  }

  @Test
  public void whatIsQueuedComesInItsOrderAndIsWrittenBeforeTheEnd() throws Exception {
    open(limits(9, LONG, LONG), null, Sending.QUEUED);
    Socket peer = connect();
    say(peer, REQUEST);
    InetSocketAddress remote = ear.frame().flow().remote();
    byte[] all = new byte[200];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
      port.send(new byte[] {(byte) i}, remote);
    }
    port.close(10_000);
    assertThat(peer.getInputStream().readNBytes(all.length)).containsExactly(all);
  }

  @Test
  public void aPeerThatCannotBeConnectedToIsTold() throws Exception {
    open(limits(9, LONG, LONG), null, Sending.QUEUED);
    int closed;
    try (ServerSocket nobody = new ServerSocket(0, 1, port.address().getAddress())) {
      closed = nobody.getLocalPort();
    }
    port.send(new byte[] {1}, new InetSocketAddress("127.0.0.1", closed));
    assertThat(ear.end()).contains("refused");
  }

  @Test
  public void whatIsHeldOfHalfMessagesIsBounded() throws Exception {
    open(limits(9, LONG, LONG), null);
    Socket greedy = connect();
    try {
      say(greedy, "INVITE sip:a SIP/2.0\r\nContent-Length: 4000000\r\n\r\n" + "x".repeat(2 << 20));
    } catch (IOException e) {
      assertThat(e).as("closed while it was still talking").isNotNull();
    }
    assertThat(ear.end()).contains("too much of messages that are not whole");
    assertThat(ear.frame().bytes().length).as("what came is told").isLessThanOrEqualTo(1 << 20);
    say(connect(), REQUEST);
    assertThat(ear.text()).isEqualTo(REQUEST);
  }
}
