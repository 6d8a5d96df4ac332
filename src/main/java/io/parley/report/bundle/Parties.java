package io.parley.report.bundle;

import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.Scenario;
import io.parley.report.SdpSummary;
import io.parley.result.TranscriptEntry;
import io.parley.sip.BodyPart;
import io.parley.sip.SipMessage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who called whom, and with what kind of endpoint. */
final class Parties {
  private Parties() {}

  static Page.Section call(Optional<Exchange> exchange, List<TranscriptEntry> transcript) {
    Rows rows = new Rows();
    exchange.map(e -> e.invite().message()).ifPresent(m -> call(rows, m));
    Set<String> calls = new LinkedHashSet<>();
    transcript.stream()
        .map(e -> e.message().callId())
        .filter(id -> !id.isEmpty())
        .forEach(calls::add);
    return rows.add("Call-ID", calls.stream()).section("Caller and callee");
  }

  private static void call(Rows rows, SipMessage invite) {
    rows.add("caller (From)", invite.first("From"));
    rows.add("callee (To)", invite.first("To"));
    rows.add("Request-URI", invite.requestUri());
    rows.add("Contact", invite.first("Contact"));
    rows.add("P-Asserted-Identity", invite.first("P-Asserted-Identity"));
  }

  static Page.Section endpoint(Case played, Optional<Exchange> exchange) {
    Scenario scenario = played.scenario();
    Rows rows = new Rows();
    rows.add("played by", "Parley, a scripted SIP user agent; no real phone took part");
    scenario.actors().values().forEach(a -> rows.add(a.name(), words(a)));
    rows.add("base offer", scenario.controlOffer().map(Scenario.ControlOffer::name));
    Optional<SipMessage> invite = exchange.map(e -> e.invite().message());
    rows.add("User-Agent", invite.flatMap(m -> m.first("User-Agent")));
    Optional<String> sdp = invite.map(m -> m.sdp().map(Parties::summary).orElse("none"));
    rows.add("offered", sdp);
    rows.add("far end", played.id().profile().map(p -> "profile " + p));
    played.id().cell().forEach(rows::add);
    return rows.section("Endpoint");
  }

  private static String summary(BodyPart sdp) {
    return SdpSummary.of(new String(sdp.bytes(), StandardCharsets.UTF_8));
  }

  private static String words(Actor actor) {
    return (actor.role() == Actor.Role.CALLER ? "calls" : "is called")
        + (actor.side() == Actor.Side.NEAR ? ", on the near side" : ", at the far end")
        + actor.transport().map(t -> ", over " + t).orElse("");
  }
}
