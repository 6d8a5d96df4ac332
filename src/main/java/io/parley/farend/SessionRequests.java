package io.parley.farend;

import io.parley.sip.HeaderField;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What we write of session timers into requests of ours (RFC 4028 §7).
 *
 * @param policy what we want
 */
record SessionRequests(SessionPolicy policy) {
  /** What a request sent again gets anew. */
  private static final Set<String> ANEW =
      Set.of("via", "cseq", "user-agent", "content-length", "content-type", "min-se");

  /**
   * Writes into a request of ours what we ask for (§7.1): in a call what is agreed, else what the
   * policy says or the caller asked for.
   *
   * @param cause the request that is carried on; null = none
   */
  void ask(Leg leg, SipMessage cause, RequestBuilder out) {
    Optional<SessionExpires> theirs = Optional.ofNullable(cause).flatMap(SessionExpires::of);
    if (leg.clock != null) {
      SessionExpires.Refresher who =
          leg.clock.ours() ? SessionExpires.Refresher.UAC : SessionExpires.Refresher.UAS;
      write(out, new SessionExpires(leg.clock.seconds(), Optional.of(who)));
    } else if (policy.always().isPresent()) {
      write(out, new SessionExpires(policy.seconds(), Optional.empty()));
    } else {
      theirs.ifPresent(t -> write(out, new SessionExpires(t.seconds(), Optional.empty())));
    }
  }

  private static void write(RequestBuilder out, SessionExpires wanted) {
    out.header("Supported", SessionExpires.TAG);
    out.header(SessionExpires.NAME, wanted.toString());
  }

  /**
   * The same request with the interval that a 422 asks for (§7.4); empty where it asks for nothing,
   * or asked before.
   */
  Optional<RequestBuilder> larger(Leg leg, SipMessage sent, SipMessage refusal) {
    int least = SessionExpires.least(refusal);
    int asked = SessionExpires.of(sent).map(SessionExpires::seconds).orElse(0);
    if (refusal.status().orElse(0) != 422 || asked == 0 || least <= asked) {
      return Optional.empty();
    }
    RequestBuilder out = RequestBuilder.of(sent.method(), sent.requestUri());
    for (HeaderField header : sent.headers()) {
      if (!ANEW.contains(header.name().toLowerCase(Locale.ROOT))) {
        out.header(header.name(), header.value());
      }
    }
    Optional<SessionExpires.Refresher> who =
        SessionExpires.of(sent).flatMap(SessionExpires::refresher);
    out.set(SessionExpires.NAME, List.of(new SessionExpires(least, who).toString()));
    out.header(SessionExpires.LEAST, Integer.toString(least));
    out.cseq(leg.dialog == null ? sent.cseq().orElse(1) + 1 : leg.dialog.nextCseq());
    if (sent.body().length > 0) {
      out.body(sent.first("Content-Type").orElse(""), sent.body());
    }
    return Optional.of(out);
  }
}
