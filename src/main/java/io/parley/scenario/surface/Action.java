package io.parley.scenario.surface;

import io.parley.model.BodySpec;
import io.parley.model.Comparison;
import io.parley.model.Condition;
import io.parley.model.ConnectionEnd;
import io.parley.model.Count;
import io.parley.model.Doc;
import io.parley.model.Interval;
import io.parley.model.MessageMutation;
import io.parley.model.OfferSpec;
import io.parley.model.Outage;
import io.parley.model.RawMessage;
import io.parley.model.SdpExpectation;
import io.parley.model.SourcePosition;
import io.parley.yaml.Key;
import io.parley.yaml.Located;
import io.parley.yaml.OneOrMany;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an actor does in a step, as written. */
public sealed interface Action {
  /** What {@code when} says of a step, whatever the step is. */
  String WHEN =
      "Only after that outcome, expected.2xx, expected.<name>.488, or that way of an either above.";

  /** Where it is written. */
  SourcePosition at();

  /** The outcome it depends on. */
  Optional<Located<Condition>> when();

  /** Sends a request or a response. */
  @Doc("Sends a request or a response.")
  record Send(
      SourcePosition at,
      @Doc("A method, a status from 101 to 699, or a STUN message: STUN request.") Sent send,
      @Doc("The number, URI or actor called.") Optional<Located<String>> to,
      @Doc("What to offer; none = no body.") Optional<Located<OfferSpec>> offer,
      @Doc("What to answer; none = no body.") Optional<Located<OfferSpec>> answer,
      @Doc("Headers to set, repeat or remove.") Map<String, HeaderValues> headers,
      @Doc("Attributes of a STUN message to set otherwise, or to leave out.")
          Map<String, HeaderValues> attributes,
      @Doc("A body that is not SDP.") Optional<BodySpec> body,
      @Doc("Faults in the request.") Optional<Located<List<MessageMutation>>> mutate,
      @Doc("The reason phrase of a response.") Optional<Located<String>> phrase,
      @Doc("The method of the request that a status answers; by default the one received last.")
          Optional<Located<String>> method,
      @Doc("Whether a provisional response is to be acknowledged with PRACK (RFC 3262).")
          Optional<Located<Boolean>> reliable,
      @Doc("Which of the dialogs of a forked call, by a name.") Optional<Located<String>> fork,
      @Doc("A wait before it is sent.") Optional<Duration> after,
      @Doc(WHEN) Optional<Located<Condition>> when)
      implements Action {}

  /** Waits for a request or a response. */
  @Doc("Waits for a request or a response.")
  record Receive(
      SourcePosition at,
      @Doc(
              "A method, a status, a list of statuses, 4xx, expected or expected.<name>; or a packet"
                  + " at the media port: STUN request, RTP.")
          Awaited receive,
      @Doc("The method of the request that a status answers; by default the actor's last.")
          Optional<Located<String>> method,
      @Doc("Whether it may also not come.") boolean optional,
      @Doc("How many such messages come one after another: 3, or 2-4; copies do not count.")
          Optional<Located<Count>> times,
      @Doc("How long to wait; by default the target's timers.") Optional<Duration> within,
      @Doc("What its headers must be.") Map<String, HeaderAsk> headers,
      @Doc("What the attributes of a STUN message must be.") Map<String, HeaderAsk> attributes,
      @Doc("What the offer in it must be.") Optional<SdpExpectation> offer,
      @Doc("What the answer in it must be.") Optional<SdpExpectation> answer,
      @Doc("Which of the dialogs of a forked call, by a name.") Optional<Located<String>> fork,
      @Doc("What to keep of it, by name: used below as ${actor.name} in headers, body and raw.")
          Map<String, CaptureAsk> capture,
      @Doc(WHEN) Optional<Located<Condition>> when)
      implements Action {

    /** The same that need not come. */
    public Receive asOptional() {
      return new Receive(
          at,
          receive,
          method,
          true,
          times,
          within,
          headers,
          attributes,
          offer,
          answer,
          fork,
          capture,
          when);
    }
  }

  /** Waits for a time in which a message must not come. */
  @Doc("A message that must not come for a time.")
  record Never(
      SourcePosition at,
      @Doc("A method, a status, a list of statuses, 4xx, or a packet such as STUN request.")
          Located<Awaited> never,
      @Doc("For how long it must not come; what is sent below waits for that time.") @Key("for")
          Duration lasting,
      @Doc(WHEN) Optional<Located<Condition>> when)
      implements Action {}

  /** Counts the copies of a message that came above. */
  @Doc("Copies of a message that came above: how often the target repeats it, and when.")
  record Repeated(
      SourcePosition at,
      @Doc("The message: a method, a status, a list of statuses.") Located<Awaited> repeated,
      @Doc("The method of the request that a status answers; by default the actor's last.")
          Optional<Located<String>> method,
      @Doc("How many copies come after the first message: 2+ (at least), 0 or 2-3 (with for).")
          Optional<Located<Count>> times,
      @Doc("The time between each copy and the one before: [T1, 2*T1, 4*T1], [500ms, 1s].")
          @OneOrMany
          List<Interval> spacing,
      @Doc("By how much these times may differ; by default 30%, and 150ms at least.")
          Optional<Percent> tolerance,
      @Doc("How long to wait for the copies; by default what the spacing needs.")
          Optional<Duration> within,
      @Doc("Count the copies that come in this time; what is sent below waits for it.") @Key("for")
          Optional<Duration> lasting,
      @Doc(WHEN) Optional<Located<Condition>> when)
      implements Action {}

  /** Ends the connection. */
  @Doc("Ends the actor's connection; its next message makes a new one, the target's next too.")
  record Disconnect(
      SourcePosition at,
      @Doc("close, half-close (what still comes is read), or reset.") ConnectionEnd connection,
      @Doc(WHEN) Optional<Located<Condition>> when)
      implements Action {}

  /** Makes the actor's server fall silent, or brings it back. */
  @Doc(
      "The actor's server answers nothing from here on, as if it were switched off, or does again.")
  record ServerOutage(
      SourcePosition at,
      @Doc("begin or end; for an actor at ${numbers.redundant}.") Outage outage,
      @Doc(WHEN) Optional<Located<Condition>> when)
      implements Action {}

  /** Sends nothing for a time. */
  @Doc("Sends nothing for a time.")
  record Pause(SourcePosition at, @Doc("For how long nothing is sent: 500ms, 2s.") Duration pause)
      implements Action {
    @Override
    public Optional<Located<Condition>> when() {
      return Optional.empty();
    }
  }

  /** Compares what crossed the wire. */
  @Doc("Compares what crossed the wire, also between legs.")
  record Check(
      SourcePosition at,
      @Doc("For example: callee.offer.codecs subset-of caller.offer.codecs") Comparison check,
      @Doc(WHEN) Optional<Located<Condition>> when)
      implements Action {}

  /** Receives in any order. */
  @Doc("Receives that may come in any order.")
  record Unordered(SourcePosition at, @Doc("The receives and their deadline.") Group unordered)
      implements Action {
    @Override
    public Optional<Located<Condition>> when() {
      return Optional.empty();
    }
  }

  /** Waits for one of several. */
  @Doc("Waits for one of several messages, where either is right.")
  record Either(SourcePosition at, @Doc("The messages, by name.") Ways either) implements Action {
    @Override
    public Optional<Located<Condition>> when() {
      return Optional.empty();
    }
  }

  /** Sends a message as it is. */
  @Doc("Sends a message as it is.")
  record Raw(
      SourcePosition at,
      @Doc(
              "The whole request as text, where [call-id], [branch], [local], [target] and [tag] are"
                  + " filled in; or a file.")
          RawMessage raw,
      @Doc("A wait before it is sent.") Optional<Duration> after,
      @Doc(WHEN) Optional<Located<Condition>> when)
      implements Action {}
}
