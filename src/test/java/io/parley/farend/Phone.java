package io.parley.farend;

import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.Ids;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.Sanity;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.sip.jain.JainEndpoint;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A user agent for tests on a loopback port of its own: sends, and waits for what comes. */
final class Phone implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  final JainEndpoint endpoint;
  final Transport transport;
  private final BlockingQueue<Arrival> inbox = new LinkedBlockingQueue<>();

  private Phone(String host, Transport transport) {
    this.transport = transport;
    SipListener listener =
        arrival -> {
          inbox.add(arrival);
          return Sanity.identityFaults(arrival.message()).isEmpty()
              ? SipListener.Handling.DELIVER
              : SipListener.Handling.WITHHOLD;
        };
    this.endpoint =
        JainEndpoint.open(
            new InetSocketAddress(host, 0), EnumSet.allOf(Transport.class), listener, "phone");
  }

  static Phone open(String host) {
    return new Phone(host, Transport.UDP);
  }

  static Phone open(String host, Transport transport) {
    return new Phone(host, transport);
  }

  InetSocketAddress address() {
    return endpoint.address();
  }

  /** An INVITE to a number; empty text for no offer. */
  RequestBuilder invite(String number, InetSocketAddress sbc, String sdp) {
    return request("INVITE", number, sbc, sdp);
  }

  RequestBuilder request(String method, String number, InetSocketAddress sbc, String sdp) {
    RequestBuilder out =
        RequestBuilder.of(method, "sip:" + number + "@" + Flow.text(sbc))
            .via(transport, address())
            .maxForwards()
            .from("\"Alice\" <sip:+15550190000@example.com>", Ids.tag())
            .to("<sip:" + number + "@" + Flow.text(sbc) + ">")
            .callId(Ids.callId())
            .cseq(1)
            .contact(contact());
    if (!sdp.isEmpty()) {
      out.body("application/sdp", sdp.getBytes());
    }
    return out;
  }

  String contact() {
    return "<sip:phone@" + Flow.text(address()) + ";transport=" + transport.parameter() + ">";
  }

  SipMessage send(RequestBuilder request, InetSocketAddress to) {
    SipMessage out = request.build();
    endpoint.send(out, transport, to);
    return out;
  }

  /** Sends a request of a dialog to where the other side's messages come from. */
  SipMessage send(Dialog dialog, String method, InetSocketAddress to, String sdp) {
    RequestBuilder out = dialog.request(method).via(transport, address()).contact(contact());
    if (!sdp.isEmpty()) {
      out.body("application/sdp", sdp.getBytes());
    }
    return send(out, to);
  }

  void ack(Dialog dialog, SipMessage invite, InetSocketAddress to, String sdp) {
    RequestBuilder out = dialog.ack(invite).via(transport, address());
    if (!sdp.isEmpty()) {
      out.body("application/sdp", sdp.getBytes());
    }
    endpoint.sendStateless(out.build().bytes(), transport, to);
  }

  void raw(String text, InetSocketAddress to) {
    endpoint.sendStateless(
        text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), transport, to);
  }

  ResponseBuilder answer(Arrival request, int status) {
    return ResponseBuilder.to(request, status).contact(contact());
  }

  void respond(Arrival request, ResponseBuilder response) {
    endpoint.respond(request, response.build());
  }

  void respond(Arrival request, int status) {
    respond(request, answer(request, status));
  }

  /** The next request of that method. */
  Arrival request(String method) {
    return next(m -> m.isRequest() && m.method().equals(method), "a " + method);
  }

  /** The next response of that status to a request of that method. */
  SipMessage response(int status, String method) {
    return next(
            m -> m.isResponse() && m.status().orElse(0) == status && m.cseqMethod().equals(method),
            status + " to " + method)
        .message();
  }

  /** The next final response, whatever it is. */
  SipMessage finalResponse() {
    return next(m -> m.status().orElse(0) >= 200, "a final response").message();
  }

  /** The next final response to that call. */
  SipMessage finalResponse(SipMessage request) {
    return next(
            m -> m.status().orElse(0) >= 200 && m.callId().equals(request.callId()),
            "a final response to " + request)
        .message();
  }

  Arrival next(Predicate<SipMessage> wanted, String words) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    java.util.List<String> others = new java.util.ArrayList<>();
    java.util.List<Arrival> kept = new java.util.ArrayList<>();
    try {
      while (true) {
        Arrival a = inbox.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (a == null) {
          throw new AssertionError("expected " + words + ", got " + others);
        }
        if (wanted.test(a.message())) {
          return a;
        }
        others.add(a.message().startLine());
        kept.add(a);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      inbox.addAll(kept);
    }
  }

  /** Whether such a message has come and was not taken. */
  boolean has(Predicate<SipMessage> wanted) {
    return inbox.stream().map(Arrival::message).anyMatch(wanted);
  }

  void clear() {
    inbox.clear();
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
