package io.parley.farend;

import io.parley.profile.Requests;
import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.sip.jain.JainEndpoint;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A far end that answers every call at once and says 200 to everything else. */
final class AutoAnswer implements AutoCloseable {
  private final SipEndpoint endpoint;
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final Set<String> up = ConcurrentHashMap.newKeySet();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  AutoAnswer(String host) {
    SipListener listener =
        arrival -> {
          worker.execute(() -> answer(arrival));
          return SipListener.Handling.DELIVER;
        };
    endpoint =
        JainEndpoint.open(
            new InetSocketAddress(host, 0), EnumSet.allOf(Transport.class), listener, "far-end");
  }

  InetSocketAddress address() {
    return endpoint.address();
  }

  /** Calls that have been answered and not hung up. */
  int up() {
    return up.size();
  }

  private void answer(Arrival arrival) {
    SipMessage m = arrival.message();
    boolean answered = !m.isRequest() || m.method().equals("ACK");
    if (answered || !seen.add(m.branch().orElse("") + m.method())) {
      return;
    }
    ResponseBuilder ok = ResponseBuilder.to(arrival, 200);
    if (m.method().equals("INVITE")) {
      up.add(m.callId());
      ok.contact("<sip:" + Flow.text(address()) + ">");
      byte[] answer = Requests.goodOffer().getBytes(StandardCharsets.ISO_8859_1);
      ok.body("application/sdp", answer);
    } else if (m.method().equals("BYE")) {
      up.remove(m.callId());
    }
    endpoint.respond(arrival, ok.build());
  }

  @Override
  public void close() {
    worker.shutdownNow();
    endpoint.close();
  }
}
