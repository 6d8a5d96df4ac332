package io.parley.farend;

import io.parley.profile.Fault;
import io.parley.profile.Judged;
import io.parley.profile.Profile;
import io.parley.profile.RequestSyntax;
import io.parley.profile.Ruling;
import io.parley.sip.Arrival;
import io.parley.sip.HeaderField;
import io.parley.sip.Reliable;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes every request and sends it to whom it concerns, or refuses it as a user agent server does.
 */
final class Reception {
  /** Methods of SIP and its extensions that we know of (RFC 3261 §8.2.1: 405, not 501). */
  private static final Set<String> KNOWN =
      Set.of(
          "INVITE",
          "ACK",
          "CANCEL",
          "BYE",
          "OPTIONS",
          "REGISTER",
          "PRACK",
          "UPDATE",
          "INFO",
          "MESSAGE",
          "SUBSCRIBE",
          "NOTIFY",
          "PUBLISH",
          "REFER");

  /** Methods that make sense within a dialog only. */
  private static final Set<String> NEED_DIALOG = Set.of("BYE", "PRACK", "UPDATE", "INFO", "NOTIFY");

  private final Desk desk;
  private final Invitations invitations;
  private final InDialog inDialog;
  private final Confirmations confirmations;

  Reception(Desk desk, Invitations invitations, InDialog inDialog, Confirmations confirmations) {
    this.desk = desk;
    this.invitations = invitations;
    this.inDialog = inDialog;
    this.confirmations = confirmations;
  }

  /** What is wrong with a request by its grammar; empty = it can be taken. */
  static Optional<Fault> fault(SipMessage request) {
    try {
      return RequestSyntax.fault(request);
    } catch (StackOverflowError e) {
      return Optional.of(Fault.of("expected a request of sane size, found one too deep to read"));
    }
  }

  /** Refuses what cannot be processed; an ACK is never answered (RFC 3261 §17). */
  void malformed(Arrival arrival, Fault fault) {
    if (arrival.message().startLine().startsWith("ACK ")) {
      return;
    }
    Profile profile = desk.settings().profile();
    boolean version = RequestSyntax.otherVersion(arrival.message());
    ResponseBuilder out =
        version
            ? ResponseBuilder.to(arrival, 505)
            : desk.speaker().refusal(arrival, refused(arrival, profile.refuseMalformed(fault)));
    desk.speaker().respond(arrival, out);
  }

  private Ruling.Refuse refused(Arrival arrival, Ruling.Refuse refusal) {
    SbcObserver observer = desk.settings().observer();
    if (arrival.message().startLine().startsWith("INVITE ")) {
      observer.judged(arrival, refusal, List.of(refusal));
    } else if (arrival.message().startLine().startsWith("OPTIONS ")) {
      observer.asked(arrival, refusal, List.of(refusal));
    }
    return refusal;
  }

  /** Takes a well-formed request. */
  void arrived(Arrival arrival) {
    SipMessage m = arrival.message();
    if (isFromStranger(arrival)) {
      if (!m.method().equals("ACK")) {
        desk.speaker().respond(arrival, 403);
      }
      return;
    }
    switch (m.method()) {
      case "ACK" -> confirmations.acked(arrival);
      case "CANCEL" -> invitations.cancelled(arrival);
      default -> {
        CallTable.Sight sight = desk.table().see(m);
        if (sight == CallTable.Sight.NEW) {
          fresh(arrival);
        } else if (sight == CallTable.Sight.MERGED && m.toTag().isEmpty()) {
          desk.speaker().respond(arrival, 482);
        }
      }
    }
  }

  /** Whether it comes from an address that is not on the access list (RFC 3261 §21.4.4). */
  private boolean isFromStranger(Arrival arrival) {
    InetAddress from = arrival.frame().flow().remote().getAddress();
    return desk.settings().service().unlisted().filter(from::equals).isPresent();
  }

  private void fresh(Arrival arrival) {
    SipMessage m = arrival.message();
    if (!KNOWN.contains(m.method())) {
      desk.speaker().respond(arrival, 501, allow());
    } else if (m.toTag().isEmpty() && !allows(m.method()) && !NEED_DIALOG.contains(m.method())) {
      desk.speaker().respond(arrival, 405, allow());
    } else if (!unsupported(m).isEmpty()) {
      String wanted = String.join(", ", unsupported(m));
      desk.speaker().respond(arrival, 420, new HeaderField("Unsupported", wanted));
    } else if (m.toTag().isPresent()) {
      within(arrival);
    } else {
      initial(arrival);
    }
  }

  private boolean allows(String method) {
    boolean register =
        method.equals("REGISTER") && desk.settings().service().registration().always();
    return register || desk.settings().profile().allow().contains(method);
  }

  /** The extensions that a request requires and we do not have (RFC 3261 §8.2.2.3). */
  private List<String> unsupported(SipMessage m) {
    return m.list("Require").stream()
        .filter(tag -> !(desk.reliable() && Reliable.TAG.equalsIgnoreCase(tag)))
        .filter(tag -> !SessionExpires.TAG.equalsIgnoreCase(tag))
        .toList();
  }

  private void within(Arrival arrival) {
    String method = arrival.message().method();
    Leg leg = desk.table().leg(arrival.message());
    // What the far end sends within a call is the caller's to refuse.
    boolean judged = leg != null && leg.judged && !method.equals("PRACK");
    if (judged && !desk.settings().profile().allow().contains(method)) {
      desk.speaker().respond(arrival, 405, allow());
    } else {
      inDialog.arrived(arrival);
    }
  }

  private void initial(Arrival arrival) {
    SipMessage m = arrival.message();
    boolean hopless = m.first("Max-Forwards").filter("0"::equals).isPresent();
    if (NEED_DIALOG.contains(m.method())) {
      desk.speaker().respond(arrival, 481);
    } else if (m.method().equals("OPTIONS")) {
      options(arrival);
    } else if (m.method().equals("REGISTER")) {
      desk.speaker().respond(arrival, desk.registrar().take(arrival));
    } else if (!m.method().equals("INVITE")) {
      desk.speaker().respond(arrival, 405, new HeaderField("Allow", "INVITE, OPTIONS"));
    } else if (hopless) {
      desk.speaker().respond(arrival, 483);
    } else {
      invitations.arrived(arrival);
    }
  }

  /** Answered as an INVITE would be found reachable (RFC 3261 §11.2). */
  private void options(Arrival arrival) {
    Profile profile = desk.settings().profile();
    Judged judged = new Judged(arrival.message(), desk.settings().numbers(), true, true);
    Ruling ruling = profile.judge(judged);
    List<Ruling.Refuse> all = ruling.accepted() ? List.of() : profile.objections(judged);
    desk.settings().observer().asked(arrival, ruling, all);
    if (ruling instanceof Ruling.Refuse refusal) {
      desk.speaker().respond(arrival, desk.speaker().refusal(arrival, refusal));
      return;
    }
    HeaderField accept = new HeaderField("Accept", String.join(", ", profile.bodyTypes()));
    desk.speaker().respond(arrival, 200, List.of(allow(), accept).toArray(HeaderField[]::new));
  }

  private HeaderField allow() {
    return new HeaderField("Allow", desk.speaker().allow());
  }
}
