package io.parley.cli;

import io.parley.model.Finding;
import io.parley.serve.RefusedOptions;
import io.parley.serve.ServeEvent;
import io.parley.serve.Silence;
import io.parley.serve.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a far end has to say of the OPTIONS of SBCs, as a terminal shows it.
 *
 * @param text what else it shows
 */
record OptionsText(ServedText text) {

  /** The lines of an event; none where it is about something else. */
  List<String> lines(ServeEvent event) {
    if (event instanceof ServeEvent.Silent silent) {
      return silent(silent.silence());
    }
    if (event instanceof ServeEvent.Refused refused) {
      return refused(refused.refused());
    }
    return event instanceof ServeEvent.Heard heard ? heard(heard) : List.of();
  }

  private List<String> silent(Silence s) {
    Finding finding = s.finding();
    List<String> out = new ArrayList<>();
    out.add(
        "%s  OPTIONS  %s  %s  %s, since %s"
            .formatted(
                ServedText.clock(s.at()),
                ServedText.place(s.flow()),
                text.printable(s.sbc()),
                text.palette().bad(text.printable(s.found())),
                ServedText.clock(s.since())));
    String known = text.palette().faint("  [" + Span.source(s.limit()) + "]");
    String limit = "after " + Span.text(s.limit().within()) + " without OPTIONS this far end ";
    out.add(ServedText.INDENT + "then    " + limit + s.limit().then() + known);
    finding
        .nextStep()
        .ifPresent(
            next ->
                out.add(
                    ServedText.INDENT
                        + "change  "
                        + next
                        + finding.owner().map(o -> " (" + o + ")").orElse("")));
    return out;
  }

  private List<String> refused(RefusedOptions r) {
    List<String> out = new ArrayList<>();
    out.add(
        "%s  OPTIONS  %s  %s  %s"
            .formatted(
                ServedText.clock(r.at()),
                ServedText.place(r.flow()),
                text.printable(r.sbc()),
                text.palette().bad("refused " + r.status() + " " + text.printable(r.phrase()))));
    r.objections().forEach(o -> out.addAll(text.lines(o)));
    return out;
  }

  private List<String> heard(ServeEvent.Heard h) {
    return List.of(
        "%s  OPTIONS  %s  %s  %s"
            .formatted(
                ServedText.clock(h.at()),
                ServedText.place(h.flow()),
                text.printable(h.sbc()),
                text.palette()
                    .good("here again, after " + Span.text(Duration.between(h.since(), h.at())))));
  }
}
