package io.parley.sip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A peer-to-peer relation between two user agents, seen from ours (RFC 3261 §12).
 *
 * <p>Holds the local CSeq and the remote target, which change: one thread at a time. A {@link
 * #request} has no Via yet; the caller adds it, since only the endpoint knows its address.
 */
public final class Dialog {
  private final String callId;
  private final String local;
  private final String remote;
  private final String localTag;
  private final String remoteTag;
  private final List<String> routeSet;
  private String remoteTarget;
  private long localCseq;

  private Dialog(
      SipMessage message,
      String local,
      String remote,
      String localTag,
      String remoteTag,
      List<String> routeSet,
      String remoteTarget,
      long localCseq) {
    this.callId = message.callId();
    this.local = local;
    this.remote = remote;
    this.localTag = localTag;
    this.remoteTag = remoteTag;
    this.routeSet = List.copyOf(routeSet);
    this.remoteTarget = remoteTarget;
    this.localCseq = localCseq;
  }

  /**
   * The dialog a response makes at the caller (RFC 3261 §12.1.2): route set is Record-Route
   * reversed, remote target the Contact. Where the answer lacks a Contact, the Request-URI stands
   * in, so that an ACK and a BYE can still be sent.
   *
   * @param request our INVITE as sent
   * @param response a 101-299 to it
   */
  public static Dialog uac(SipMessage request, SipMessage response) {
    List<String> routes = new ArrayList<>(response.list("Record-Route"));
    Collections.reverse(routes);
    return new Dialog(
        request,
        request.first("From").orElse(""),
        response.first("To").orElse(""),
        request.fromTag().orElse(""),
        response.toTag().orElse(""),
        routes,
        contact(response).orElse(request.requestUri()),
        request.cseq().orElse(1));
  }

  /**
   * The dialog our response makes at the callee (RFC 3261 §12.1.1): route set is Record-Route in
   * order.
   *
   * @param request their INVITE
   * @param response our 101-299 to it
   */
  public static Dialog uas(SipMessage request, SipMessage response) {
    return new Dialog(
        request,
        response.first("To").orElse(""),
        request.first("From").orElse(""),
        response.toTag().orElse(""),
        request.fromTag().orElse(""),
        request.list("Record-Route"),
        contact(request).orElseGet(() -> SipUri.bare(request.first("From").orElse(""))),
        0);
  }

  private static Optional<String> contact(SipMessage message) {
    return message.list("Contact").stream()
        .map(SipUri::bare)
        .filter(uri -> SipUri.of(uri).isPresent())
        .findFirst();
  }

  /** Call-ID. */
  public String callId() {
    return callId;
  }

  /** Who is at the other end: its From or To, with its tag. */
  public String remoteParty() {
    return remote;
  }

  /** Our tag. */
  public String localTag() {
    return localTag;
  }

  /** Their tag; empty if they gave none. */
  public String remoteTag() {
    return remoteTag;
  }

  /** How a Replaces header names it to the other side: their tag is its To tag (RFC 3891 §3). */
  public String replaces() {
    return callId + ";to-tag=" + remoteTag + ";from-tag=" + localTag;
  }

  /** Where requests are addressed: the URI of their latest Contact. */
  public String remoteTarget() {
    return remoteTarget;
  }

  /** Routes in the order a request names them. */
  public List<String> routeSet() {
    return routeSet;
  }

  /** CSeq number of our latest request; 0 before the first. */
  public long localCseq() {
    return localCseq;
  }

  /** Takes the Contact of a re-INVITE, an UPDATE or their 2xx as the new remote target (§12.2). */
  public void refreshTarget(SipMessage message) {
    contact(message).ifPresent(uri -> remoteTarget = uri);
  }

  /**
   * The same once a 2xx confirms it (RFC 3261 §13.2.2.4): the route set is recomputed, the CSeq
   * goes on.
   *
   * @param invite our INVITE as sent
   * @param response the 2xx to it
   */
  public Dialog confirmed(SipMessage invite, SipMessage response) {
    Dialog out = uac(invite, response);
    out.localCseq = Math.max(localCseq, out.localCseq);
    return out;
  }

  /** Whether a request from the other side, or a response to ours, belongs to this dialog. */
  public boolean owns(SipMessage message) {
    String ours = (message.isRequest() ? message.toTag() : message.fromTag()).orElse("");
    String theirs = (message.isRequest() ? message.fromTag() : message.toTag()).orElse("");
    return message.callId().equals(callId) && ours.equals(localTag) && theirs.equals(remoteTag);
  }

  /**
   * A new request within the dialog (RFC 3261 §12.2.1.1) with the next CSeq: To, From, Call-ID,
   * Route and Request-URI by loose or strict routing. Add Via.
   */
  public RequestBuilder request(String method) {
    return inDialog(method, nextCseq());
  }

  /** Takes the next CSeq number, for a request that is sent once more with credentials. */
  public long nextCseq() {
    return ++localCseq;
  }

  /**
   * The ACK to a 2xx (RFC 3261 §13.2.2.4): CSeq number of the INVITE, a transaction of its own. Add
   * Via.
   */
  public RequestBuilder ack(SipMessage invite) {
    return inDialog("ACK", invite.cseq().orElse(localCseq));
  }

  private RequestBuilder inDialog(String method, long cseq) {
    boolean strict =
        !routeSet.isEmpty()
            && SipUri.of(routeSet.get(0)).map(u -> !u.isLooseRouter()).orElse(false);
    RequestBuilder out =
        RequestBuilder.of(method, strict ? SipUri.bare(routeSet.get(0)) : remoteTarget);
    (strict ? routeSet.subList(1, routeSet.size()) : routeSet).forEach(r -> out.header("Route", r));
    if (strict) {
      out.header("Route", "<" + remoteTarget + ">");
    }
    return out.maxForwards().header("From", local).header("To", remote).callId(callId).cseq(cseq);
  }

  /**
   * The URI the next request would be sent to (RFC 3261 §12.2.1.1, §8.1.2): the first route, or the
   * remote target. Its host may be a mere name; {@link SipUri#address} never looks one up.
   */
  public Optional<SipUri> nextHop() {
    return SipUri.of(routeSet.isEmpty() ? remoteTarget : routeSet.get(0));
  }
}
