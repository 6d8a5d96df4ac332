package io.parley.target.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Each rule of the Kamailio SBC as calls: those that it refuses and, beside them, near misses that
 * it relays. Those about the offer are in {@link OfferRows}.
 */
final class KamailioRows {
  static final String NUMBER = "+15550100001";
  static final Set<String> TEAMS = Set.of("teams-direct-routing", "teams-media-bypass");

  /**
   * One call.
   *
   * @param rule the rule that the log names, or the near miss
   * @param status the refusal; empty = relayed and answered
   */
  record Row(String profile, String rule, String what, Invite invite, OptionalInt status) {
    @Override
    public String toString() {
      return profile + " " + rule + ": " + what;
    }
  }

  private final String profile;
  private final boolean teams;
  private final List<Row> rows = new ArrayList<>();

  private KamailioRows(String profile) {
    this.profile = profile;
    this.teams = TEAMS.contains(profile);
  }

  /** All rows of a profile. */
  static List<Row> of(String profile) {
    KamailioRows out = new KamailioRows(profile);
    out.requests();
    out.numbers();
    out.bodies();
    return Stream.concat(out.rows.stream(), OfferRows.of(profile).stream()).toList();
  }

  private void requests() {
    Invite good = Invite.to(NUMBER, OfferRows.OFFER);
    refuse("request-malformed", 400, "Expires without a number", good.header("Expires: soon"));
    accept("request-malformed", "Expires with a number", good.header("Expires: 120"));
    refuse("request-malformed", 400, "Content-Length too long", good.length("9999"));
    refuse("too-many-hops", 483, "no hop left", good.maxForwards(0));
    accept("too-many-hops", "two hops left", good.maxForwards(2));
    refuse("extension-unsupported", 420, "unknown extension", good.header("Require: unheard-of"));
    accept("extension-unsupported", "supported only", good.header("Supported: unheard-of"));
    refuse("session-interval", 422, "60 s", good.header("Session-Expires: 60"));
    accept("session-interval", "1800 s", good.header("Session-Expires: 1800;refresher=uac"));
    Invite address = good.contact("<sip:+15550200001@203.0.113.1>");
    if (teams) {
      refuse("contact-is-address", 403, "an address in Contact", address);
    } else {
      accept("contact-is-address", "an address in Contact", address);
    }
  }

  private void numbers() {
    refuse("number-busy", 486, "busy", Invite.to("+15550101486", OfferRows.OFFER));
    refuse("number-declined", 603, "declined", Invite.to("+15550101603", OfferRows.OFFER));
    refuse("cost-limit", 603, "cost limit", Invite.to("+15550102603", OfferRows.OFFER));
    refuse("server-error", 500, "server error", Invite.to("+15550101500", OfferRows.OFFER));
    refuse("no-channel", 503, "no channel", Invite.to("+15550101503", OfferRows.OFFER));
    refuse("number-unknown", 404, "unknown", Invite.to("+15550109999", OfferRows.OFFER));
    accept("number-unknown", "last of the pool", Invite.to("+15550100099", OfferRows.OFFER));
    refuse("number-format", 404, "without plus", Invite.to("15550100001", OfferRows.OFFER));
    refuse("number-format", 404, "brackets", Invite.to("+44(0)2079460999", OfferRows.OFFER));
    refuse(
        "number-format",
        teams || zoom() ? 404 : 484,
        "too few digits",
        Invite.to("+155501", OfferRows.OFFER));
    Invite tel = Invite.to(NUMBER, OfferRows.OFFER).start("INVITE tel:" + NUMBER + " SIP/2.0");
    if (teams || zoom()) {
      refuse("uri-scheme", 416, "tel", tel);
    } else {
      accept("uri-scheme", "tel", tel);
    }
  }

  private void bodies() {
    if (teams || zoom()) {
      refuse("offer-missing", teams ? 415 : 488, "no body", Invite.to(NUMBER, ""));
    }
    Invite good = Invite.to(NUMBER, OfferRows.OFFER);
    refuse("body-type-unsupported", 415, "presence", good.type("application/pidf+xml"));
    refuse("body-type-unsupported", 415, "no Content-Type", good.type(""));
    accept("body-type-unsupported", "parameter", good.type("application/sdp;charset=utf-8"));
  }

  private boolean zoom() {
    return profile.equals("zoom-byoc");
  }

  private void refuse(String rule, int status, String what, Invite invite) {
    rows.add(new Row(profile, rule, what, invite, OptionalInt.of(status)));
  }

  private void accept(String rule, String what, Invite invite) {
    rows.add(new Row(profile, rule, "near miss, " + what, invite, OptionalInt.empty()));
  }
}
