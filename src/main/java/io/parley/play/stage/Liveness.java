package io.parley.play.stage;

import io.parley.model.TimeText;
import io.parley.sip.Arrival;
import io.parley.sip.Ids;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.target.Target;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Probe;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the target whether it is alive: OPTIONS outside any dialog (RFC 3261 §11); any answer says
 * yes.
 */
public final class Liveness {
  /**
   * Long enough for three retransmissions (RFC 3261 §17.1.2.2), so that one lost datagram kills
   * nobody.
   */
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private static final Duration PROBE = Duration.ofMillis(500);

  /** A question that ran out while we were late ourselves is asked again, so often in all. */
  private static final int TIMES = 3;

  private final SipEndpoint endpoint;
  private final Switchboard board;
  private final Target target;
  private final Duration patience;
  private final Sentinel sentinel;

  /** Asks from that endpoint; the board routes the answer back. */
  public Liveness(SipEndpoint endpoint, Switchboard board, Target target, Sentinel sentinel) {
    this.endpoint = endpoint;
    this.board = board;
    this.target = target;
    this.sentinel = sentinel;
    Duration response = target.timers().response();
    this.patience = response.compareTo(LONGEST) < 0 ? response : LONGEST;
  }

  /**
   * Asks; takes the target's response timer, four seconds at most, when nobody answers, and half a
   * second more to find out about a closed UDP port.
   */
  public OptionsAnswer ask(Optional<String> profile, Transport transport)
      throws InterruptedException {
    return ask(profile, transport, target.address(profile, transport));
  }

  /** The same of one of its servers. */
  public OptionsAnswer ask(Optional<String> profile, Transport transport, InetSocketAddress address)
      throws InterruptedException {
    if (address.isUnresolved()) {
      return OptionsAnswer.unsent("nobody knows the name " + address.getHostString());
    }
    if (transport == Transport.UDP) {
      Probe.Finding closed =
          Probe.udp(endpoint.address().getAddress(), address, PROBE.dividedBy(5));
      if (closed != Probe.Finding.OPEN_OR_SILENT) {
        return OptionsAnswer.none(
            closed.words() + " at udp " + Flow.text(address) + "; is the target running there?");
      }
    }
    for (int i = 1; i < TIMES; i++) {
      Instant asked = Instant.now();
      OptionsAnswer answer = once(profile, transport, address);
      Duration late = sentinel.stalls().longest(asked, Instant.now());
      if (answer.alive() || !answer.sent() || late.compareTo(target.timers().t1()) < 0) {
        return answer;
      }
    }
    return once(profile, transport, address);
  }

  private OptionsAnswer once(
      Optional<String> profile, Transport transport, InetSocketAddress address)
      throws InterruptedException {
    String callId = Ids.callId();
    CompletableFuture<OptionsAnswer> answer = new CompletableFuture<>();
    Instant sent = Instant.now();
    board.connect(callId, new Listening(answer, sent));
    try {
      endpoint.send(options(callId, transport, profile), transport, address);
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (UncheckedIOException e) {
      return OptionsAnswer.unsent(e.getMessage());
    } catch (TimeoutException e) {
      return OptionsAnswer.silence("OPTIONS was not answered within " + TimeText.of(patience));
    } catch (ExecutionException e) {
      return OptionsAnswer.none(String.valueOf(e.getCause().getMessage()));
    } finally {
      endpoint.abandon(callId);
      board.forget(callId);
    }
  }

  private SipMessage options(String callId, Transport transport, Optional<String> profile) {
    String host = Flow.text(endpoint.address(transport));
    String parameter = transport == Transport.TLS ? ";transport=tls" : "";
    return RequestBuilder.of("OPTIONS", "sip:" + target.uriHost(profile))
        .via(transport, endpoint.address(transport))
        .maxForwards()
        .from("<sip:parley@" + host + ">", Ids.tag())
        .to("<sip:" + target.uriHost(profile) + ">")
        .callId(callId)
        .cseq(1)
        .contact("<sip:parley@" + host + parameter + ">")
        .header("Accept", "application/sdp")
        .build();
  }

  private record Listening(CompletableFuture<OptionsAnswer> answer, Instant sent) implements Line {
    @Override
    public SipListener.Handling arrived(Arrival arrival) {
      String took = TimeText.of(Duration.between(sent, arrival.frame().time()));
      answer.complete(OptionsAnswer.of(arrival.message().status().orElse(0), took));
      return SipListener.Handling.DELIVER;
    }

    @Override
    public void left(Frame frame, SipMessage message) {}

    @Override
    public void failed(Flow flow, String reason) {
      answer.complete(OptionsAnswer.unsent(reason));
    }

    @Override
    public void timedOut(SipMessage request) {}
  }
}
