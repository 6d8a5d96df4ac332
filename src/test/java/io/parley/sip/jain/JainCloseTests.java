package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.Arrival;
import io.parley.sip.Peer;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.wire.Transport;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.testng.annotations.Test;

/** What is left of an endpoint after close: nothing, and soon. */
public class JainCloseTests {

  @Test
  public void noThreadAndNoSocketIsLeft() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Peer caller = new Peer();
    Peer callee = new Peer();
    JainEndpoint uac = endpoint("127.0.1.4", caller);
    JainEndpoint uas = endpoint("127.0.2.4", callee);
    for (Transport t : List.of(Transport.UDP, Transport.TCP)) {
      uac.send(
          RequestBuilder.of("INVITE", "sip:b@example.com")
              .via(t, uac.address())
              .maxForwards()
              .from("<sip:a@example.com>", "1")
              .to("<sip:b@example.com>")
              .callId("close-" + t)
              .cseq(1)
              .contact("<sip:a@192.0.2.1>")
              .build(),
          t,
          uas.address());
      Arrival arrival = callee.request("INVITE");
      uas.respond(arrival, ResponseBuilder.to(arrival, 200).contact("<sip:b@192.0.2.2>").build());
      caller.response(200);
    }
    InetSocketAddress address = uac.address();

    long start = System.nanoTime();
    uac.close();
    uas.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));

    new DatagramSocket(address).close();
    new ServerSocket(address.getPort(), 1, address.getAddress()).close();
    for (Thread t : newThreads(before)) {
      t.join(2000);
    }
    assertThat(newThreads(before)).extracting(Thread::getName).isEmpty();
  }

  private static List<Thread> newThreads(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> !before.contains(t))
        .filter(t -> !t.getName().startsWith("process reaper"))
        .collect(Collectors.toList());
  }

  private static JainEndpoint endpoint(String ip, Peer peer) {
    return JainEndpoint.open(
        new InetSocketAddress(ip, 0), EnumSet.allOf(Transport.class), peer, "close");
  }
}
