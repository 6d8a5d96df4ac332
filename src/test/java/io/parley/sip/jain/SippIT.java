package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.Peer;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.io.File;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.testng.SkipException;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The stack lane and SIPp, a user agent that is not ours. */
public class SippIT {
  private static final int CALLS = 50;
  private static final byte[] SDP =
      ("v=0\r\no=- 1 1 IN IP4 127.0.1.6\r\ns=-\r\nc=IN IP4 127.0.1.6\r\nt=0 0\r\n"
              + "m=audio 40000 RTP/AVP 0\r\n")
          .getBytes(StandardCharsets.US_ASCII);

  @BeforeClass
  public void needSipp() {
    boolean there =
        List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
            .anyMatch(d -> Files.isExecutable(Path.of(d, "sipp")));
    if (!there && System.getenv("CI") == null) {
      throw new SkipException("sipp is not installed (Debian: sip-tester)");
    }
    assertThat(there).as("sipp is installed").isTrue();
  }

  @DataProvider
  public Object[][] transports() {
    return new Object[][] {{Transport.UDP, "u1"}, {Transport.TCP, "t1"}};
  }

  @Test(dataProvider = "transports")
  public void sippCallsUs(Transport transport, String mode) throws Exception {
    AtomicReference<JainEndpoint> endpoint = new AtomicReference<>();
    ExecutorService script = Executors.newSingleThreadExecutor();
    Peer peer =
        new Peer(
            a -> {
              script.execute(() -> answer(endpoint.get(), a));
              return SipListener.Handling.DELIVER;
            });
    try (JainEndpoint e = endpoint("127.0.2.6", peer)) {
      endpoint.set(e);
      Process sipp =
          sipp(
              mode,
              "-sn",
              "uac",
              "-i",
              "127.0.5.1",
              "-m",
              "" + CALLS,
              "-r",
              "25",
              "-d",
              "1",
              "-timeout",
              "30s",
              "-timeout_error",
              Flow.text(e.address()));
      assertThat(exit(sipp)).isZero();
    } finally {
      script.shutdownNow();
    }
  }

  private static void answer(JainEndpoint endpoint, Arrival a) {
    String contact = "<sip:sipp@" + Flow.text(endpoint.address()) + ">";
    if (a.message().isRequest() && a.message().method().equals("INVITE")) {
      endpoint.respond(a, ResponseBuilder.to(a, 180).contact(contact).build());
      endpoint.respond(
          a, ResponseBuilder.to(a, 200).contact(contact).body("application/sdp", SDP).build());
    } else if (a.message().isRequest() && !a.message().method().equals("ACK")) {
      endpoint.respond(a, ResponseBuilder.to(a, 200).build());
    }
  }

  @Test(dataProvider = "transports")
  public void weCallSipp(Transport transport, String mode) throws Exception {
    InetSocketAddress there = freePort("127.0.5.2");
    Process sipp =
        sipp(
            mode,
            "-sn",
            "uas",
            "-i",
            "127.0.5.2",
            "-p",
            "" + there.getPort(),
            "-m",
            "3",
            "-timeout",
            "30s",
            "-timeout_error");
    Peer peer = new Peer();
    try (JainEndpoint e = endpoint("127.0.1.6", peer)) {
      callOnceItListens(e, peer, transport, there);
      for (int i = 1; i < 3; i++) {
        call(e, peer, transport, there, "sipp-" + i);
      }
      assertThat(exit(sipp)).isZero();
    } finally {
      sipp.destroyForcibly();
    }
  }

  /** SIPp has no sign that it listens: over UDP the INVITE repeats, over TCP we do. */
  private static void callOnceItListens(
      JainEndpoint e, Peer peer, Transport transport, InetSocketAddress there) {
    long deadline = System.nanoTime() + Peer.SOON.toNanos();
    for (int i = 0; ; i++) {
      try {
        call(e, peer, transport, there, "first-" + i);
        return;
      } catch (java.io.UncheckedIOException refused) {
        assertThat(System.nanoTime()).as("sipp never listened").isLessThan(deadline);
        Thread.onSpinWait();
      }
    }
  }

  private static void call(
      JainEndpoint e, Peer peer, Transport transport, InetSocketAddress there, String callId) {
    SipMessage invite =
        RequestBuilder.of("INVITE", "sip:service@" + Flow.text(there))
            .via(transport, e.address())
            .maxForwards()
            .from("<sip:a@example.com>", "f" + callId)
            .to("<sip:service@example.com>")
            .callId(callId)
            .cseq(1)
            .contact("<sip:a@" + Flow.text(e.address()) + ">")
            .body("application/sdp", SDP)
            .build();
    e.send(invite, transport, there);
    SipMessage ok =
        peer.next(m -> m.callId().equals(callId) && m.status().orElse(0) == 200).message();
    Dialog dialog = Dialog.uac(invite, ok);
    e.sendStateless(
        dialog.ack(invite).via(transport, e.address()).build().bytes(), transport, there);
    e.send(dialog.request("BYE").via(transport, e.address()).build(), transport, there);
    peer.next(m -> m.callId().equals(callId) && m.cseqMethod().equals("BYE"));
  }

  private static JainEndpoint endpoint(String ip, Peer peer) {
    return JainEndpoint.open(
        new InetSocketAddress(ip, 0), EnumSet.allOf(Transport.class), peer, "sipp");
  }

  private static InetSocketAddress freePort(String ip) throws IOException {
    try (DatagramSocket s = new DatagramSocket(0, InetAddress.getByName(ip))) {
      return (InetSocketAddress) s.getLocalSocketAddress();
    }
  }

  private static Process sipp(String mode, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("sipp", "-t", mode, "-nostdin", "-bind_local"));
    command.addAll(List.of(arguments));
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sipp");
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out.txt").toFile())
        .start();
  }

  private static int exit(Process sipp) throws InterruptedException {
    try {
      assertThat(sipp.waitFor(40, TimeUnit.SECONDS)).as("sipp ends").isTrue();
      return sipp.exitValue();
    } finally {
      sipp.destroyForcibly();
    }
  }
}
