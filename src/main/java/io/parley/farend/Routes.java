package io.parley.farend;

import io.parley.sip.Arrival;
import io.parley.sip.HeaderField;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The dial plan: numbers of callers are on the near side, where they registered or else at its
 * usual address, all others at the far end, whoever calls them. A call that replaces another goes
 * to where that one went, in the words of that leg: a back-to-back user agent has another dialog
 * there (RFC 3891 §3, RFC 7092 §3.1.2).
 */
final class Routes {
  private final Desk desk;

  Routes(Desk desk) {
    this.desk = desk;
  }

  /** Where an INVITE that begins a call goes. */
  Route of(Arrival arrival) {
    SipMessage invite = arrival.message();
    return to(invite.requestUri(), isFromFarEnd(arrival), invite.first("Replaces"));
  }

  /**
   * Where a call to that URI goes.
   *
   * @param inward whether the far end makes it, or has it made
   * @param replaces the dialog it replaces, in the words of who makes it
   */
  Route to(String uri, boolean inward, Optional<String> replaces) {
    if (replaces.isEmpty()) {
      return byNumber(uri, inward, 0);
    }
    Leg leg = named(replaces.get());
    if (leg == null || leg.peer == null || leg.peer.dialog == null) {
      return byNumber(uri, inward, 481);
    }
    if (leg.over) {
      return byNumber(uri, inward, 603);
    }
    Leg other = leg.peer;
    String theirs =
        other.dialog.replaces() + (replaces.get().contains("early-only") ? ";early-only" : "");
    return new Route(
        Optional.of(desk.speaker().hop(other)),
        inward,
        other.judged,
        Optional.of(theirs),
        0,
        List.of());
  }

  private Route byNumber(String uri, boolean inward, int refusal) {
    String number = SipUri.of(uri).map(SipUri::user).orElse("");
    Optional<InetSocketAddress> near =
        desk.registrar()
            .contact(number)
            .or(desk.settings()::nearEnd)
            .filter(n -> desk.settings().numbers().has("caller", number));
    if (near.isPresent()) {
      return new Route(near, inward, true, Optional.empty(), refusal, List.of());
    }
    List<FarEndServer> all = desk.settings().routes().servers(number);
    List<FarEndServer> up = all.stream().filter(desk.monitor()::isInService).toList();
    return new Route(
        up.stream().findFirst().map(FarEndServer::address),
        inward,
        false,
        Optional.empty(),
        refusal == 0 && up.size() < all.size() && up.isEmpty() ? 503 : refusal,
        up);
  }

  /** By its address; over TCP, where the port is any, by the one that its Via names. */
  private boolean isFromFarEnd(Arrival arrival) {
    InetSocketAddress from = arrival.frame().flow().remote();
    String via = HeaderField.split(arrival.message().topVia().orElse(""), ';').get(0);
    return desk.settings()
        .routes()
        .all()
        .map(FarEndServer::address)
        .filter(a -> a.getAddress().equals(from.getAddress()))
        .anyMatch(a -> a.getPort() == from.getPort() || via.endsWith(":" + a.getPort()));
  }

  /** The leg that a Replaces header names: {@code call-id;to-tag=…;from-tag=…}. */
  private Leg named(String replaces) {
    List<String> part = HeaderField.split(replaces, ';');
    Map<String, String> tag = new HashMap<>();
    for (String p : part.subList(1, part.size())) {
      int equals = p.indexOf('=');
      if (equals > 0) {
        tag.put(
            p.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            p.substring(equals + 1).strip());
      }
    }
    return desk.table()
        .named(part.get(0), tag.getOrDefault("to-tag", ""), tag.getOrDefault("from-tag", ""));
  }
}
