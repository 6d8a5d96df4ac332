package io.parley.cli;

import io.parley.report.SdpSummary;
import io.parley.report.Secrets;
import io.parley.report.Visible;
import io.parley.run.ServeOutcome;
import io.parley.serve.Objection;
import io.parley.serve.ServeEvent;
import io.parley.serve.ServedCall;
import io.parley.wire.Flow;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Calls that a far end judges, as a terminal shows them: one line a call, and under a refused one
 * each rule that it breaks.
 *
 * @param palette how words are coloured
 * @param secrets what must not be shown
 */
record ServedText(Palette palette, Secrets secrets) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  /** The longest number or name that is shown whole; E.164 has 15 digits. */
  private static final int NUMBER = 80;

  /** The longest of anything else. */
  private static final int LONGEST = 400;

  static final String INDENT = " ".repeat(10);

  /** What happened; nothing where that is for the reports alone. */
  List<String> lines(ServeEvent event) {
    return event instanceof ServeEvent.Judged judged
        ? lines(judged.call())
        : new OptionsText(this).lines(event);
  }

  /** The call, then its objections and notes. */
  List<String> lines(ServedCall call) {
    List<String> out = new ArrayList<>();
    out.add(
        "%s  call %d  %s  %s -> %s  %s: %s  %s"
            .formatted(
                clock(call.at()),
                call.number(),
                place(call.flow()),
                number(call.from()),
                number(call.to()),
                call.what(),
                call.offer().map(o -> printable(SdpSummary.of(o))).orElse("no offer"),
                ruling(call)));
    call.objections().forEach(o -> out.addAll(lines(o)));
    call.notes().forEach(n -> out.add(INDENT + palette.faint("note  " + printable(n))));
    return out;
  }

  /** The time of day. */
  static String clock(Instant at) {
    return CLOCK.format(at);
  }

  /** {@code udp 192.0.2.1:5060}. */
  static String place(Flow flow) {
    return flow.transport().parameter() + " " + Flow.text(flow.remote());
  }

  private String ruling(ServedCall call) {
    if (call.status() == 0) {
      return palette.warn("not answered: " + printable(call.phrase()));
    }
    return call.accepted()
        ? palette.good("accepted")
        : palette.bad("refused " + call.status() + " " + printable(call.phrase()));
  }

  /** A broken rule, and what to change. */
  List<String> lines(Objection o) {
    List<String> out = new ArrayList<>();
    String place = o.place().map(p -> "  " + printable(p)).orElse("");
    out.add(INDENT + palette.strong(o.rule()) + place);
    String code = o.code().map(c -> ", code " + c).orElse("");
    out.add(INDENT + "  " + printable(o.found()) + palette.faint("  [" + o.source() + code + "]"));
    o.change().ifPresent(c -> out.add(INDENT + "  change  " + c.next() + " (" + c.owner() + ")"));
    return out;
  }

  /** What it came to. */
  List<String> end(ServeOutcome outcome) {
    List<String> out = new ArrayList<>();
    String seconds = String.format(Locale.ROOT, "%.1f s", outcome.took().toMillis() / 1000.0);
    int bad = outcome.calls() - outcome.good();
    String calls = outcome.calls() == 1 ? "1 call" : outcome.calls() + " calls";
    out.add(
        "%s in %s: %d accepted, %d not; %d OPTIONS answered"
            .formatted(calls, seconds, outcome.good(), bad, outcome.options()));
    if (outcome.missed() > 0) {
      String times = outcome.missed() == 1 ? "once" : outcome.missed() + " times";
      out.add(times + " OPTIONS of an SBC were refused, or did not come any more: see above");
    }
    if (outcome.untold() > 0) {
      out.add(outcome.untold() + " more were served and are in no report: too many at a time");
    }
    if (outcome.unread() > 0) {
      out.add(outcome.unread() + " messages were not read: their senders were too fast");
    }
    outcome.reports().forEach((what, where) -> out.add(String.format("%-9s %s", what, where)));
    return out;
  }

  /** A number as a URI would have it, which is how it is known for one. */
  private String number(String user) {
    String scheme = "sip:";
    return printable(scheme + user, NUMBER).substring(scheme.length());
  }

  /** What a peer sent, as it may be shown. */
  String printable(String text) {
    return printable(text, LONGEST);
  }

  /** What a peer sent neither steers a terminal nor fills it. */
  private String printable(String text, int longest) {
    String shown = Visible.line(secrets.mask(text));
    return shown.length() <= longest ? shown : shown.substring(0, longest) + " …";
  }
}
