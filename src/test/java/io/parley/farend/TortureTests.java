package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sip.Arrival;
import io.parley.sip.RawEndpoint;
import io.parley.sip.Sanity;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.sip.jain.JainEndpoint;
import io.parley.wire.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The 49 messages of RFC 4475 at our own endpoints: the embedded SBC and both lanes. */
public class TortureTests {
  private static final List<byte[]> MESSAGES = messages();
  private static final String CALLEE = "+15550100007";

  private Phone phone;
  private Phone tcpPhone;

  @BeforeClass
  public void open() {
    phone = Phone.open("127.0.1.1");
    tcpPhone = Phone.open("127.0.1.1", Transport.TCP);
  }

  @AfterClass(alwaysRun = true)
  public void close() {
    phone.close();
    tcpPhone.close();
  }

  @DataProvider
  public Object[][] transports() {
    return new Object[][] {{Transport.UDP}, {Transport.TCP}};
  }

  @Test(dataProvider = "transports")
  public void theEmbeddedSbcLivesThroughThemAll(Transport transport) throws IOException {
    Set<String> before;
    try (EmbeddedSbc sbc = sbc()) {
      goodCall(sbc, transport);
      before = threads();
      for (byte[] message : MESSAGES) {
        throwAt(sbc.address(), transport, message);
      }
      goodCall(sbc, transport);
      assertThat(sbc.calls()).isZero();
      awaitThreads(before);
    }
    phone.clear();
    tcpPhone.clear();
  }

  @Test(dataProvider = "transports")
  public void theStackLaneLivesThroughThemAll(Transport transport) throws IOException {
    Answering listener = new Answering();
    try (JainEndpoint endpoint =
        JainEndpoint.open(
            new InetSocketAddress("127.0.3.6", 0),
            EnumSet.allOf(Transport.class),
            listener,
            "victim")) {
      listener.endpoint = endpoint;
      livesThroughThemAll(endpoint, transport);
    }
  }

  @Test(dataProvider = "transports")
  public void theRawLaneLivesThroughThemAll(Transport transport) throws Exception {
    Answering listener = new Answering();
    try (RawEndpoint endpoint = RawEndpoint.open(InetAddress.getByName("127.0.3.6"), listener)) {
      listener.endpoint = endpoint;
      livesThroughThemAll(endpoint, transport);
    }
  }

  private void livesThroughThemAll(SipEndpoint endpoint, Transport transport) throws IOException {
    options(endpoint.address(), transport);
    Set<String> before = threads();
    for (byte[] message : MESSAGES) {
      throwAt(endpoint.address(), transport, message);
    }
    options(endpoint.address(), transport);
    awaitThreads(before);
  }

  /** Each request is answered by something that is SIP, as the first datagram back says. */
  @Test
  public void whatTheSbcAnswersIsValid() throws IOException {
    try (EmbeddedSbc sbc = sbc()) {
      for (byte[] message : MESSAGES) {
        phone.clear();
        phone.endpoint.sendStateless(message, Transport.UDP, sbc.address());
        if (!SipMessage.of(message).startLine().startsWith("SIP/2.0 ")) {
          SipMessage answer =
              phone
                  .next(SipMessage::isResponse, "an answer to " + SipMessage.of(message))
                  .message();
          assertThat(answer.status().getAsInt()).isBetween(200, 699);
          assertThat(answer.startLine()).startsWith("SIP/2.0 ");
          assertThat(answer.text()).contains("\r\n\r\n").contains("Content-Length: ");
          assertThat(Sanity.faults(answer))
              .as("lines")
              .noneMatch(f -> f.contains("bare line feed"));
        }
      }
    }
  }

  private static final class Answering implements SipListener {
    private volatile SipEndpoint endpoint;

    @Override
    public Handling arrived(Arrival arrival) {
      if (arrival.message().isRequest() && !arrival.message().method().equals("ACK")) {
        endpoint.respond(arrival, io.parley.sip.ResponseBuilder.to(arrival, 200).build());
      }
      return Sanity.identityFaults(arrival.message()).isEmpty()
          ? Handling.DELIVER
          : Handling.WITHHOLD;
    }
  }

  private static void throwAt(InetSocketAddress target, Transport transport, byte[] message)
      throws IOException {
    if (transport == Transport.UDP) {
      try (var socket = new java.net.DatagramSocket(new InetSocketAddress("127.0.1.9", 0))) {
        socket.send(new java.net.DatagramPacket(message, message.length, target));
      }
      return;
    }
    try (Socket socket = new Socket(target.getAddress(), target.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(message);
      out.flush();
      socket.shutdownOutput();
    }
  }

  private Phone on(Transport transport) {
    return transport == Transport.UDP ? phone : tcpPhone;
  }

  private void goodCall(EmbeddedSbc sbc, Transport transport) {
    Phone caller = on(transport);
    SipMessage invite = caller.send(caller.invite(CALLEE, sbc.address(), ""), sbc.address());
    SipMessage answer = caller.finalResponse(invite);
    assertThat(answer.status().getAsInt()).isEqualTo(200);
    var dialog = io.parley.sip.Dialog.uac(invite, answer);
    caller.ack(dialog, invite, sbc.address(), answerTo(answer));
    caller.send(dialog, "BYE", sbc.address(), "");
    caller.response(200, "BYE");
  }

  private static String answerTo(SipMessage offer) {
    return new String(offer.body(), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private void options(InetSocketAddress target, Transport transport) {
    Phone caller = on(transport);
    SipMessage options = caller.send(caller.request("OPTIONS", CALLEE, target, ""), target);
    assertThat(caller.finalResponse(options).status().getAsInt()).isEqualTo(200);
  }

  private static EmbeddedSbc sbc() {
    return EmbeddedSbc.open(
        SbcSettings.of(
            Profiles.shipped().get("sipconnect").orElseThrow(),
            new InetSocketAddress("127.0.3.4", 0),
            Optional.empty(),
            Requests.PLAN));
  }

  /** All threads of the endpoints but their timers, which start when they are first needed. */
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(n -> !n.endsWith("-timer"))
        .filter(n -> n.startsWith("sbc-") || n.startsWith("victim") || n.startsWith("raw"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The readers of closed connections end; nothing else may have been started. */
  private static void awaitThreads(Set<String> before) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    Set<String> now = threads();
    while (!before.containsAll(now) && System.nanoTime() < end) {
      Thread.onSpinWait();
      now = threads();
    }
    assertThat(before).containsAll(now);
  }

  private static List<byte[]> messages() {
    try (Stream<Path> files = Files.list(Path.of("scenarios/torture"))) {
      List<byte[]> out =
          files
              .filter(f -> f.toString().endsWith(".dat"))
              .sorted()
              .map(TortureTests::read)
              .toList();
      assertThat(out).hasSize(49);
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
