package io.parley.play.script;

import io.parley.match.HeaderMatcher;
import io.parley.model.Copies;
import io.parley.model.HeaderEdit;
import io.parley.model.Interval;
import io.parley.model.Outage;
import io.parley.model.PacketStep;
import io.parley.model.RawMessage;
import io.parley.model.ReceiveStep;
import io.parley.model.SendStep;
import io.parley.model.StatusPattern;
import io.parley.model.Step;
import io.parley.model.TimeText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Steps and expectations in words, as reports show them. */
final class StepText {
  private StepText() {}

  /** The step in words: {@code caller receives 180 or 183}. */
  static String of(Step step) {
    if (step instanceof SendStep s) {
      return s.actor() + " sends " + sent(s);
    }
    if (step instanceof ReceiveStep r) {
      return r.actor() + " receives " + awaited(r) + (r.optional() ? " (optional)" : "");
    }
    if (step instanceof PacketStep p) {
      return packet(p);
    }
    if (step instanceof Step.Grouped g) {
      return of(g.step());
    }
    if (step instanceof Step.Check c) {
      return "check that " + c.comparison().text();
    }
    if (step instanceof Step.Pause p) {
      return "pause of " + TimeText.of(p.lasting());
    }
    return besides(step);
  }

  private static String sent(SendStep step) {
    if (step instanceof SendStep.Request s) {
      return s.method() + s.to().map(to -> " to " + to).orElse("") + in(s.fork());
    }
    if (step instanceof SendStep.Response s) {
      return s.status() + (s.reliable() ? " reliably" : "") + in(s.fork());
    }
    return ((SendStep.Raw) step).message() instanceof RawMessage.Bytes b
        ? "the bytes of " + b.file()
        : "a raw message";
  }

  private static String awaited(ReceiveStep step) {
    if (step instanceof ReceiveStep.Request r) {
      return r.method() + in(r.fork());
    }
    if (step instanceof ReceiveStep.Response r) {
      return patterns(r.status()) + in(r.fork());
    }
    String name = ((ReceiveStep.Expected) step).name();
    return "what is expected" + (name.isEmpty() ? "" : " of " + name);
  }

  /** What an actor does besides sending a message and receiving one. */
  private static String besides(Step step) {
    if (step instanceof Step.Never n) {
      return n.actor()
          + " does not receive "
          + n.method().orElseGet(() -> patterns(n.status()))
          + " for "
          + TimeText.of(n.lasting());
    }
    if (step instanceof Step.Repeated r) {
      return r.actor() + " receives " + repeated(r);
    }
    if (step instanceof Step.Capture c) {
      return c.actor() + " captures " + c.rule().name();
    }
    if (step instanceof Step.Disconnect d) {
      return d.actor() + " ends its connection (" + d.how() + ")";
    }
    Step.ServerOutage o = (Step.ServerOutage) step;
    boolean begins = o.outage() == Outage.BEGIN;
    return "the server of " + o.actor() + (begins ? " falls silent" : " answers again");
  }

  /** {@code callee receives STUN request with USE-CANDIDATE: } */
  private static String packet(PacketStep step) {
    if (step instanceof PacketStep.Never n) {
      return n.actor() + " does not receive " + n.packet() + " for " + TimeText.of(n.lasting());
    }
    if (step instanceof PacketStep.Send s) {
      String other = s.attributes().stream().map(StepText::edit).collect(Collectors.joining(", "));
      return s.actor() + " sends " + s.packet() + (other.isEmpty() ? "" : " with " + other);
    }
    PacketStep.Receive r = (PacketStep.Receive) step;
    String with =
        r.attributes().stream().map(HeaderMatcher::words).collect(Collectors.joining(", "));
    return r.actor()
        + " receives "
        + r.packet()
        + (with.isEmpty() ? "" : " with " + with)
        + (r.optional() ? " (optional)" : "");
  }

  private static String edit(HeaderEdit edit) {
    return edit.values().isEmpty()
        ? "no " + edit.name()
        : (edit.name() + " " + edit.values().get(0)).strip();
  }

  /** {@code INVITE again, at least 2 times, after 1×T1, 2×T1}. */
  private static String repeated(Step.Repeated step) {
    Copies copies = step.copies();
    String what = step.method().orElseGet(() -> patterns(step.status()));
    String spacing =
        copies.spacing().stream().map(Interval::toString).collect(Collectors.joining(", "));
    return what
        + " again, "
        + copies.times()
        + (copies.times().isOnce() ? " time" : " times")
        + (spacing.isEmpty() ? "" : ", after " + spacing)
        + copies.lasting().map(l -> " in " + TimeText.of(l)).orElse("");
  }

  private static String in(Optional<String> fork) {
    return fork.map(f -> " in fork " + f).orElse("");
  }

  /** {@code 180 or 183}. */
  static String patterns(List<StatusPattern> patterns) {
    return patterns.stream().map(Object::toString).collect(Collectors.joining(" or "));
  }
}
