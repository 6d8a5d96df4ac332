package io.parley.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One line of the ladder: an actor sends or receives one message. */
public sealed interface Step
    permits SendStep,
        ReceiveStep,
        PacketStep,
        Step.Never,
        Step.Repeated,
        Step.Capture,
        Step.Disconnect,
        Step.ServerOutage,
        Step.Check,
        Step.Pause,
        Step.Grouped {

  /** Where it is written; for the short form, where the expectation or the scenario stands. */
  SourcePosition at();

  /** The actor's name. */
  String actor();

  /** Play this step only if an earlier {@code receive: expected} ended so; empty = always. */
  Optional<Condition> when();

  /**
   * A message that must not come for a time. Steps that send wait until the time is over.
   *
   * @param method the request that must not come; empty = a response to the actor's last request
   * @param status which responses must not come; empty with a method
   * @param lasting how long, from when the step is reached
   */
  record Never(
      SourcePosition at,
      String actor,
      Optional<String> method,
      List<StatusPattern> status,
      Duration lasting,
      Optional<Condition> when)
      implements Step {}

  /**
   * Copies of a message that was received: retransmissions, as they came on the wire.
   *
   * @param method the request that is repeated; empty = a response
   * @param answered the method of the request that the response answers; empty = the actor's last
   * @param status the response; empty with a method
   * @param copies how many, and when
   */
  record Repeated(
      SourcePosition at,
      String actor,
      Optional<String> method,
      Optional<String> answered,
      List<StatusPattern> status,
      Copies copies,
      Optional<Condition> when)
      implements Step {}

  /**
   * Keep something of the message that a receive above took.
   *
   * @param receive where that receive stands
   */
  record Capture(SourcePosition at, String actor, SourcePosition receive, CaptureRule rule)
      implements Step {
    @Override
    public Optional<Condition> when() {
      return Optional.empty();
    }
  }

  /**
   * End the connection to the target; the next message makes a new one. Due as a send is.
   *
   * @param how closed or cut off
   */
  record Disconnect(SourcePosition at, String actor, ConnectionEnd how, Optional<Condition> when)
      implements Step {}

  /**
   * The actor's server falls silent or comes back. Due as a send is.
   *
   * @param outage which of the two
   */
  record ServerOutage(SourcePosition at, String actor, Outage outage, Optional<Condition> when)
      implements Step {}

  /** Compare what crossed the wire so far; due as a send is. */
  record Check(Comparison comparison, Optional<Condition> when) implements Step {
    @Override
    public SourcePosition at() {
      return comparison.at();
    }

    @Override
    public String actor() {
      return "";
    }
  }

  /**
   * Nothing is sent for a time.
   *
   * @param lasting how long, from when the step is due
   */
  record Pause(SourcePosition at, Duration lasting) implements Step {
    @Override
    public String actor() {
      return "";
    }

    @Override
    public Optional<Condition> when() {
      return Optional.empty();
    }
  }

  /**
   * A member of a group, which waits with its neighbours: all of them are to be met, in any order,
   * or one of them is, by whose name later steps know which.
   *
   * @param group where the group stands; the same for all its members
   * @param within how long the whole group waits; empty = each as long as it would alone
   * @param way the name of this way where one of the group is enough; empty = all are to be met
   * @param step the receive; a pause is the way that is taken when none else was for that time
   */
  record Grouped(SourcePosition group, Optional<Duration> within, Optional<String> way, Step step)
      implements Step {
    @Override
    public SourcePosition at() {
      return step.at();
    }

    @Override
    public String actor() {
      return step.actor();
    }

    @Override
    public Optional<Condition> when() {
      return step.when();
    }
  }
}
