package io.parley.profile;

import io.parley.sdp.Sdp;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a far end has before it when it decides.
 *
 * @param request the request as received
 * @param numbers who is known there; {@link NumberPlan#OPEN} judges no number
 * @param channelsLeft whether it has a channel for one more call
 * @param initial whether it would begin a call; false for a request within one (RFC 3261 §14)
 * @param replacing whether the dialog that its Replaces names is known (RFC 3891 §3)
 * @param ipv6 whether it is reached by IPv6, so that media over IPv6 are no matter to it
 * @param body its body, read once
 * @param syntax what is wrong with how it is written (RFC 3261 §25), looked for once
 * @param user the user part of the Request-URI, read once; see {@link #dialled}
 */
public record Judged(
    SipMessage request,
    NumberPlan numbers,
    boolean channelsLeft,
    boolean initial,
    boolean replacing,
    boolean ipv6,
    SessionBody body,
    Supplier<Optional<Fault>> syntax,
    Supplier<String> user) {

  /** A request as a far end sees it. */
  public Judged(SipMessage request, NumberPlan numbers, boolean channelsLeft, boolean initial) {
    this(
        request,
        numbers,
        channelsLeft,
        initial,
        false,
        false,
        SessionBody.of(request),
        new Once<>(() -> RequestSyntax.fault(request)),
        new Once<>(() -> user(request.requestUri())));
  }

  /** The same where the dialog to be replaced is known. */
  public Judged replacing(boolean known) {
    return new Judged(request, numbers, channelsLeft, initial, known, ipv6, body, syntax, user);
  }

  /** The same at a far end that is reached by IPv6, or is not. */
  public Judged overIpv6(boolean reached) {
    return new Judged(
        request, numbers, channelsLeft, initial, replacing, reached, body, syntax, user);
  }

  /** An initial request at a far end that knows every number and has channels to spare. */
  public static Judged of(SipMessage request) {
    return new Judged(request, NumberPlan.OPEN, true, true);
  }

  /** The user part of the Request-URI: the dialled number as written. */
  public String dialled() {
    return user.get();
  }

  /** The user part of a URI or name-addr without its parameters and password; may be empty. */
  static String user(String text) {
    return SipUri.of(text).map(u -> u.user().split("[;:]", 2)[0]).orElse("");
  }

  /** The offer; empty when there is none that can be read. */
  public Optional<Sdp> offer() {
    return body.sdp();
  }

  /** Whether such a request may carry an offer (RFC 3261 §13.2.1, RFC 3311 §5.1). */
  boolean mayOffer() {
    return request.method().equals("INVITE") || request.method().equals("UPDATE");
  }
}
