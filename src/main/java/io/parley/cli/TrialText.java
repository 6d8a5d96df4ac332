package io.parley.cli;

import io.parley.report.Visible;
import io.parley.trial.Sighting;
import io.parley.trial.TrialEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The trial of a phone, as a terminal shows it to who dials: what was seen, what was wrong with it,
 * what to do next.
 *
 * @param palette how words are coloured
 */
record TrialText(Palette palette) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private static final int INDENT = 10;

  /** The lines of something that happened; none where it is of no interest. */
  List<String> lines(TrialEvent event) {
    if (event instanceof TrialEvent.Seen seen) {
      return seen(seen);
    }
    if (event instanceof TrialEvent.Todo todo) {
      return List.of(" ".repeat(INDENT) + palette.strong("now   " + todo.words()));
    }
    if (event instanceof TrialEvent.Told told) {
      return told(told.sighting());
    }
    if (event instanceof TrialEvent.Over over) {
      return over(over);
    }
    return event instanceof TrialEvent.Next next ? next(next) : List.of();
  }

  private List<String> seen(TrialEvent.Seen seen) {
    String step = seen.step().isEmpty() ? "" : seen.step() + "  ";
    return List.of(clock(seen.at()) + palette.faint(step + Visible.line(seen.words())));
  }

  private List<String> told(Sighting s) {
    if (s.holds()) {
      String what = s.requirement() + "  " + Visible.line(s.found());
      return List.of(" ".repeat(INDENT) + palette.good("ok    ") + what);
    }
    return wrong(s);
  }

  private List<String> wrong(Sighting s) {
    List<String> out = new ArrayList<>();
    boolean broken = s.standing() == Sighting.Standing.BROKEN;
    String word = broken ? palette.bad("WRONG ") : palette.warn("odd   ");
    out.add(" ".repeat(INDENT) + word + palette.strong(s.requirement()) + line(s));
    String words = "expected " + s.expected() + ", found " + s.found() + " [" + s.source() + "]";
    out.addAll(Paragraph.of(INDENT + 4, "", words));
    return out;
  }

  private static String line(Sighting s) {
    return s.line().map(l -> "  " + Visible.line(l)).orElse("");
  }

  private List<String> over(TrialEvent.Over over) {
    List<String> out = new ArrayList<>();
    boolean good = over.sightings().stream().allMatch(Sighting::holds);
    String title = over.step().number() + "  " + over.step().requirement().title();
    out.add(clock(over.at()) + (good ? palette.good("ok    ") : palette.bad("NOT OK  ")) + title);
    over.sightings().stream().filter(s -> !s.holds()).forEach(s -> out.addAll(wrong(s)));
    return out;
  }

  private List<String> next(TrialEvent.Next next) {
    if (next.words().isEmpty()) {
      return List.of("All is shown.");
    }
    List<String> out = new ArrayList<>(Paragraph.of(0, "next", next.words()));
    if (next.left().size() > 1) {
      out.addAll(Paragraph.of(0, "left", String.join(" ", next.left())));
    }
    return out;
  }

  private static String clock(Instant at) {
    return CLOCK.format(at) + "  ";
  }
}
