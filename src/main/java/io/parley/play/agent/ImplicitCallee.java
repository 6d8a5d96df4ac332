package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.play.stage.Stage;
import io.parley.profile.Judged;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profile;
import io.parley.profile.Ruling;
import io.parley.sip.SipMessage;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who answers behind the SBC when the case scripts nobody: judges what leaves the SBC as the
 * profile does, answers or refuses, and is in the transcript.
 */
public final class ImplicitCallee {
  private final Party party;
  private final Optional<Profile> profile;
  private final boolean ipv6;
  private final List<String> notes = new ArrayList<>();

  ImplicitCallee(Party party, Stage stage, Optional<String> profile) {
    this.party = party;
    this.profile = profile.flatMap(stage.profiles()::get);
    this.ipv6 = stage.farEnd().usual().address().getAddress() instanceof Inet6Address;
  }

  /** The actor it appears as. */
  static Actor actor() {
    return new Actor(
        Actor.FAR_END,
        Actor.Role.CALLEE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** Whether that party is this callee. */
  boolean owns(Party other) {
    return other == party;
  }

  /** What the profile noted about the call it was given. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Answers what arrived. */
  public void react(Event.Arrived arrived) {
    SipMessage message = arrived.arrival().message();
    if (arrived.again() || message.isResponse()) {
      return;
    }
    if (!message.method().equals("INVITE")) {
      party.agent().reflexes().react(arrived, false, false);
      return;
    }
    Optional<Ruling.Refuse> refusal = profile.flatMap(p -> refusal(p, message));
    if (refusal.isPresent()) {
      Ruling.Refuse refuse = refusal.get();
      notes.add(
          "the far end refused what left the SBC: " + refuse.status() + " " + refuse.explanation());
      party.agent().reflexes().answering().refuse(refuse.status(), refuse.phrase());
    } else if (message.toTag().isPresent()) {
      party.agent().reflexes().answering().refresh(arrived.arrival());
    } else {
      party.agent().reflexes().answering().answer();
    }
  }

  private Optional<Ruling.Refuse> refusal(Profile judge, SipMessage invite) {
    boolean initial = invite.toTag().isEmpty();
    Judged judged = new Judged(invite, NumberPlan.OPEN, true, initial).overIpv6(ipv6);
    return judge.judge(judged) instanceof Ruling.Refuse refuse
        ? Optional.of(refuse)
        : Optional.empty();
  }
}
