package io.parley.play.dialog;

import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What arrived for a call, and what it makes of that. */
final class Inbox {
  private final Leg leg;
  private final List<SipMessage> messages = new ArrayList<>();

  Inbox(Leg leg) {
    this.leg = leg;
  }

  /** All that arrived, in order, retransmissions left out. */
  List<SipMessage> messages() {
    return List.copyOf(messages);
  }

  /** Takes notice of a message. */
  void received(Arrival arrival, boolean again) {
    SipMessage message = arrival.message();
    if (!again) {
      messages.add(message);
    }
    if (message.isResponse()) {
      response(message);
    } else if (!again) {
      request(arrival);
    }
    if (!again) {
      leg.offers().received(message, leg.forks().mediaOf(message));
    }
  }

  private void response(SipMessage message) {
    boolean accepted = leg.own().accepts(message);
    int status = message.status().orElse(0);
    leg.own().answered(message);
    if (status >= 300) {
      leg.own().requestOf(message).ifPresent(leg.offers()::refused);
    }
    if (accepted) {
      accepted(message);
    } else if (leg.own().isInviting()
        && leg.own().answersInvite(message)
        && status > 100
        && status < 200) {
      SipMessage invite = leg.own().invite().orElseThrow();
      message.toTag().ifPresent(t -> leg.forks().made(t, () -> Dialog.uac(invite, message)));
    } else if (leg.own().answersInvite(message) && status >= 300) {
      leg.forks().refused();
    } else if (message.method().equals("BYE") && status >= 200) {
      leg.forks().from(message).ifPresent(Fork::byeAnswered);
    } else if (message.method().equals("UPDATE") && status / 100 == 2) {
      leg.forks().from(message).ifPresent(f -> f.dialog().refreshTarget(message));
    }
  }

  private void accepted(SipMessage response) {
    SipMessage invite = leg.own().requestOf(response).or(leg.own()::invite).orElseThrow();
    Fork known = leg.forks().from(response).orElse(null);
    String tag = response.toTag().orElse("");
    Fork fork = known != null ? known : leg.forks().made(tag, () -> Dialog.uac(invite, response));
    fork.accepted(invite, response, leg.key(response));
    leg.forks().made(fork.tag(), fork::dialog);
  }

  private void request(Arrival arrival) {
    SipMessage request = arrival.message();
    boolean initial = request.method().equals("INVITE") && request.toTag().isEmpty();
    if (initial && leg.forks().confirmed().isEmpty()) {
      leg.forks().begin();
    }
    Optional<Fork> fork = leg.forks().from(request).or(leg.forks()::current);
    fork.ifPresent(f -> leg.offers().arriving(request, f.media(), leg.own(), leg.their()));
    leg.their().received(arrival, leg.forks().current().isPresent());
    switch (request.method()) {
      case "ACK" -> fork.ifPresent(Fork::acknowledged);
      case "BYE" -> fork.ifPresent(Fork::byeReceived);
      default -> {}
    }
  }
}
