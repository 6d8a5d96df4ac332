package io.parley.scenario.surface;

import io.parley.model.BodySpec;
import io.parley.model.Comparison;
import io.parley.model.Condition;
import io.parley.model.Control;
import io.parley.model.Count;
import io.parley.model.Interval;
import io.parley.model.Link;
import io.parley.model.MessageMutation;
import io.parley.model.RawMessage;
import io.parley.model.StatusPattern;
import io.parley.scenario.files.Folder;
import io.parley.scenario.offer.Bases;
import io.parley.scenario.offer.OfferLanguage;
import io.parley.yaml.Form;
import io.parley.yaml.Reader;
import io.parley.yaml.Readers;
import io.parley.yaml.Union;
import io.parley.yaml.Variants;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The readers of the scenario language: every type that is written in more than one form. */
public final class Language {
  private Language() {}

  /**
   * The readers.
   *
   * @param bases the base offers that a file may use
   */
  public static Readers readers(Bases bases) {
    return OfferLanguage.readers(bases)
        .with(BodySpec.class, BodyKeys.reader())
        .with(BodySpec.Part.class, BodyKeys.part())
        .with(MessageMutation.class, messageMutation())
        .with(StatusPattern.class, StatusReader.STATUS)
        .with(Sent.class, StatusReader.sent())
        .with(Awaited.class, StatusReader.awaited())
        .with(Condition.class, ConditionReader.condition())
        .with(HeaderValues.class, HeaderReader.values())
        .with(HeaderAsk.class, HeaderReader.ask())
        .with(RawMessage.class, new RawReader(Folder.NONE))
        .with(Link.TlsVersion.class, tlsVersion())
        .with(DiagnosisAsk.class, DiagnosisAsk.reader())
        .with(Control.class, control())
        .with(CaptureAsk.class, CaptureAsk.reader())
        .with(Comparison.class, new CheckReader())
        .with(IncludeKeys.Included.class, IncludeKeys.reader())
        .with(Action.class, action())
        .with(StepLine.class, new StepLineReader())
        .with(Count.class, CopiesReader.count())
        .with(Interval.class, CopiesReader.interval())
        .with(Percent.class, CopiesReader.percent())
        .with(AckKeys.class, AckKeys.reader())
        .with(ExpectBlock.class, expect());
  }

  private static Reader<Link.TlsVersion> tlsVersion() {
    List<String> words = Arrays.stream(Link.TlsVersion.values()).map(String::valueOf).toList();
    String pattern = "^(" + String.join("|", words).replace(".", "\\.") + ")$";
    String what = "one of " + String.join(", ", words);
    return Union.<Link.TlsVersion>of(what)
        .text(
            new Form.Text("a version of TLS", pattern, words),
            (scalar, binder) -> {
              int index = words.indexOf(scalar.text());
              if (index < 0) {
                binder.expected(scalar, what);
                return Optional.empty();
              }
              return Optional.of(Link.TlsVersion.values()[index]);
            });
  }

  private static Reader<MessageMutation> messageMutation() {
    return Variants.<MessageMutation>of("change to a request")
        .by("start-line", MessageMutation.StartLine.class, "text")
        .by("drop-header", MessageMutation.DropHeader.class, "name")
        .by("set-header", MessageMutation.SetHeader.class, "name")
        .by("add-line", MessageMutation.AddLine.class, "text")
        .by("content-length", MessageMutation.ContentLength.class, "value")
        .by("content-length-by", MessageMutation.ContentLengthBy.class, "bytes")
        .by("replace", MessageMutation.ReplaceText.class, "find")
        .by("repeat-header", MessageMutation.RepeatHeader.class, "name")
        .by("move-header", MessageMutation.MoveHeader.class, "name")
        .by("rename-header", MessageMutation.RenameHeader.class, "name")
        .by("compact-header", MessageMutation.CompactHeader.class, "name")
        .by("fold-header", MessageMutation.FoldHeader.class, "name")
        .by("pad-header", MessageMutation.PadHeader.class, "name")
        .by("header-bytes", MessageMutation.HeaderBytes.class, "name")
        .by("tag", MessageMutation.Tag.class, "header")
        .by("branch", MessageMutation.Branch.class, "value")
        .by("line-end", MessageMutation.LineEnd.class, "text")
        .by("prepend", MessageMutation.Prepend.class, "text")
        .by("append", MessageMutation.Append.class, "text")
        .by("truncate", MessageMutation.Truncate.class, "bytes")
        .by("copies", MessageMutation.Copies.class, "count")
        .by("segments", MessageMutation.Segments.class, "count")
        .by("lose", MessageMutation.Lose.class, "what");
  }

  private static Reader<Control> control() {
    return Union.<Control>of("none or the id of a scenario")
        .text(
            new Form.Text("none, or the id of the scenario that is the proof", "", List.of("none")),
            (scalar, binder) ->
                Optional.of(
                    scalar.text().equals("none")
                        ? new Control.None()
                        : new Control.ScenarioId(scalar.text())));
  }

  private static Reader<Action> action() {
    return Variants.<Action>of("action")
        .by("send", Action.Send.class)
        .by("receive", Action.Receive.class)
        .by("raw", Action.Raw.class)
        .by("never", Action.Never.class)
        .by("repeated", Action.Repeated.class)
        .by("connection", Action.Disconnect.class)
        .by("outage", Action.ServerOutage.class);
  }

  private static Reader<ExpectBlock> expect() {
    return Union.<ExpectBlock>of(
            "a map: one outcome such as { status: 488 }, or one for each profile")
        .map(
            List.of(
                new Form.Keys(ExpectationKeys.class),
                new Form.Table("by profile", ExpectationKeys.class),
                new Form.Table("by name", ExpectBlock.class)),
            (map, binder) -> Optional.of(new ExpectBlock(map)));
  }
}
