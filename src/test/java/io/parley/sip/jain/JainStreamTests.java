package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.sip.Arrival;
import io.parley.sip.Peer;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** What a plain TCP socket does to an endpoint of the stack lane. */
public class JainStreamTests {
  private static final int SOON = 10_000;

  private Peer peer;
  private JainEndpoint endpoint;

  @BeforeMethod
  public void open() {
    peer = new Peer();
    endpoint =
        JainEndpoint.open(
            new InetSocketAddress("127.0.1.3", 0), EnumSet.allOf(Transport.class), peer, "tcp");
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    endpoint.close();
  }

  private static String options(String callId) {
    return "OPTIONS sip:a@example.com SIP/2.0\r\nVia: SIP/2.0/TCP host.example.com;branch=z9hG4bK"
        + callId
        + "\r\nMax-Forwards: 70\r\nFrom: <sip:x@example.com>;tag=9\r\nTo: <sip:a@example.com>\r\n"
        + "Call-ID: "
        + callId
        + "\r\nCSeq: 7 OPTIONS\r\nContent-Length: 3\r\n\r\nabc";
  }

  private Socket connected() throws Exception {
    Socket s = new Socket(endpoint.address().getAddress(), endpoint.address().getPort());
    s.setSoTimeout(SOON);
    return s;
  }

  private static void say(Socket s, String text) throws Exception {
    s.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  public void oneMessageMayComeInManySegmentsAndManyInOne() throws Exception {
    try (Socket s = connected()) {
      s.setTcpNoDelay(true);
      OutputStream out = s.getOutputStream();
      for (byte b : options("pieces").getBytes(StandardCharsets.ISO_8859_1)) {
        out.write(b);
      }
      assertThat(peer.request("OPTIONS").message().text()).isEqualTo(options("pieces"));
      say(s, options("a") + options("b") + "\r\n" + options("c"));
      for (String callId : new String[] {"a", "b", "c"}) {
        Arrival arrival = peer.request("OPTIONS");
        assertThat(arrival.message().callId()).isEqualTo(callId);
        endpoint.respond(arrival, ResponseBuilder.to(arrival, 200).build());
      }
      String heard = "";
      InputStream in = s.getInputStream();
      while (heard.split("Call-ID: ", -1).length <= 3) {
        byte[] some = new byte[4096];
        heard += new String(some, 0, in.read(some), StandardCharsets.ISO_8859_1);
      }
      assertThat(heard).contains("Call-ID: a", "Call-ID: b", "Call-ID: c");
    }
  }

  @Test
  public void aDoubleCrlfIsAnsweredWithOne() throws Exception {
    try (Socket s = connected()) {
      say(s, "\r\n\r\n");
      byte[] pong = s.getInputStream().readNBytes(2);
      assertThat(pong).containsExactly('\r', '\n');
      say(s, options("after-ping"));
      peer.request("OPTIONS");
      assertThat(peer.arrivals()).hasSize(1);
    }
  }

  @Test
  public void aBrokenStreamIsClosedAndTold() throws Exception {
    try (Socket s = connected()) {
      say(s, options("sound") + "GET / HTTP/1.1\r\n\r\n");
      peer.request("OPTIONS");
      assertThat(peer.next(m -> m.startLine().startsWith("GET")).message().isRequest()).isFalse();
      peer.event("closed by us: no SIP start line");
      assertThat(s.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  public void aRefusedConnectionIsToldAndThrown() throws Exception {
    InetSocketAddress nobody;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName("127.0.3.2"))) {
      nobody = (InetSocketAddress) gone.getLocalSocketAddress();
    }
    assertThatThrownBy(() -> endpoint.send(invite("refused"), Transport.TCP, nobody))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("connection refused");
    peer.event("failed TCP refused connection refused");
  }

  @Test
  public void aResetIsToldForTheCallThatWaits() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.3.2"))) {
      server.setSoTimeout(SOON);
      endpoint.send(
          invite("reset"), Transport.TCP, (InetSocketAddress) server.getLocalSocketAddress());
      Socket s = server.accept();
      s.getInputStream().read();
      s.setSoLinger(true, 0);
      s.close();
      peer.event("failed TCP reset reset by peer");
    }
  }

  @Test
  public void aCloseIsToldForTheCallThatWaits() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.3.2"))) {
      server.setSoTimeout(SOON);
      endpoint.send(
          invite("closed"), Transport.TCP, (InetSocketAddress) server.getLocalSocketAddress());
      Socket s = server.accept();
      s.setSoTimeout(SOON);
      s.getInputStream().readNBytes(invite("closed").bytes().length);
      s.close();
      peer.event("failed TCP closed closed by peer");
    }
  }

  @Test
  public void aPeerThatTakesNothingHoldsNobodyUp() throws Exception {
    try (ServerSocket deaf = new ServerSocket()) {
      deaf.setReceiveBufferSize(4096);
      deaf.bind(new InetSocketAddress("127.0.3.2", 0));
      InetSocketAddress there = (InetSocketAddress) deaf.getLocalSocketAddress();
      byte[] much = new byte[64 * 1024 * 1024];
      assertThatThrownBy(() -> endpoint.sendStateless(much, Transport.TCP, there))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  private SipMessage invite(String callId) {
    return RequestBuilder.of("INVITE", "sip:b@example.com")
        .via(Transport.TCP, endpoint.address(), "z9hG4bK" + callId)
        .maxForwards()
        .from("<sip:a@example.com>", "1")
        .to("<sip:b@example.com>")
        .callId(callId)
        .cseq(1)
        .contact("<sip:a@192.0.2.1>")
        .build();
  }
}
