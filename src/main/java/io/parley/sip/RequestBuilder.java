package io.parley.sip;

import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;

/** Builds a request (RFC 3261 §8.1.1). */
public final class RequestBuilder extends MessageBuilder<RequestBuilder> {
  private final String method;
  private final String uri;

  private RequestBuilder(String method, String uri) {
    this.method = method;
    this.uri = uri;
  }

  /** Starts a request without any header. */
  public static RequestBuilder of(String method, String uri) {
    return new RequestBuilder(method, uri);
  }

  /**
   * The CANCEL of a request (RFC 3261 §9.1): same Request-URI, top Via, From, To, Call-ID, CSeq
   * number and Route.
   */
  public static SipMessage cancel(SipMessage request) {
    return cancelling(request).build();
  }

  /** The same, to be changed before it is built. */
  public static RequestBuilder cancelling(SipMessage request) {
    return sibling("CANCEL", request, request.first("To").orElse(""));
  }

  /**
   * The ACK of the transaction to a response other than 2xx (RFC 3261 §17.1.1.3): what the INVITE
   * said, as it was sent, and the To of the response. What the INVITE lacks, the ACK lacks.
   */
  public static SipMessage ackNon2xx(SipMessage invite, SipMessage response) {
    return acknowledging(invite, response).build();
  }

  /** The same, to be changed before it is built. */
  public static RequestBuilder acknowledging(SipMessage invite, SipMessage response) {
    String to = response.first("To").or(() -> invite.first("To")).orElse("");
    return sibling("ACK", invite, to);
  }

  private static RequestBuilder sibling(String method, SipMessage request, String to) {
    RequestBuilder out = of(method, requestUri(request));
    request.topVia().ifPresent(v -> out.header("Via", v));
    request.values("Route").forEach(r -> out.header("Route", r));
    out.header("Max-Forwards", "70");
    request.first("From").ifPresent(v -> out.header("From", v));
    if (!to.isEmpty()) {
      out.header("To", to);
    }
    request.first("Call-ID").ifPresent(v -> out.header("Call-ID", v));
    request.first("CSeq").ifPresent(v -> out.header("CSeq", cseqOf(v, method)));
    return out;
  }

  /** The Request-URI, or what stands at its place in a request line that is none. */
  private static String requestUri(SipMessage request) {
    String[] word = request.startLine().strip().split("\\s+");
    return request.isRequest() ? request.requestUri() : word.length > 1 ? word[1] : "sip:invalid";
  }

  /** The number as it was sent, whatever it is, with another method. */
  private static String cseqOf(String value, String method) {
    String number = value.strip().split("\\s+")[0];
    return number + " " + method;
  }

  /** Adds the topmost Via with a fresh branch and {@code rport} (RFC 3261 §18.1.1, RFC 3581). */
  public RequestBuilder via(Transport transport, InetSocketAddress sentBy) {
    return via(transport, sentBy, Ids.branch());
  }

  /** Adds the topmost Via with the given branch and {@code rport}. */
  public RequestBuilder via(Transport transport, InetSocketAddress sentBy, String branch) {
    headers.addFirst(
        "Via", "SIP/2.0/" + transport + " " + Flow.text(sentBy) + ";branch=" + branch + ";rport");
    return this;
  }

  /** Adds From: a name-addr such as {@code <sip:a@example.com>}, and its tag. */
  public RequestBuilder from(String nameAddr, String tag) {
    return header("From", nameAddr + ";tag=" + tag);
  }

  /** Adds To without a tag. */
  public RequestBuilder to(String nameAddr) {
    return header("To", nameAddr);
  }

  /** Adds Call-ID. */
  public RequestBuilder callId(String callId) {
    return header("Call-ID", callId);
  }

  /** Adds CSeq with the method of the request. */
  public RequestBuilder cseq(long number) {
    return header("CSeq", number + " " + method);
  }

  /** Adds Max-Forwards 70 (RFC 3261 §8.1.1.6). */
  public RequestBuilder maxForwards() {
    return header("Max-Forwards", "70");
  }

  @Override
  RequestBuilder self() {
    return this;
  }

  @Override
  String startLine() {
    return method + " " + uri + " SIP/2.0";
  }
}
