package io.parley.cli;

import io.parley.capture.CapturedMessage;
import io.parley.capture.Invitation;
import io.parley.explain.ExplainedCall;
import io.parley.report.Visible;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A call in a line or two: who called whom, and what came of it.
 *
 * @param palette how words are coloured
 */
record CallLine(Palette palette) {

  /** {@code REFUSED call 1 +15550190001 → +15550100001: 488 Not Acceptable Here after 12 ms}. */
  String head(ExplainedCall c) {
    Invitation i = c.invitation();
    String invite = i.initial() ? "" : ", re-INVITE";
    return word(c)
        + "  "
        + palette.strong("call " + c.call().number())
        + "  "
        + Visible.line(number(i.invite().first("From").orElse("")))
        + " → "
        + Visible.line(called(i))
        + invite
        + ": "
        + outcome(i);
  }

  private String word(ExplainedCall c) {
    Invitation i = c.invitation();
    if (i.refused()) {
      return palette.bad("REFUSED");
    }
    if (i.answer().isEmpty()) {
      return i.cancelled() ? palette.faint("cancelled") : palette.warn("UNANSWERED");
    }
    if (!i.accepted()) {
      return palette.faint("cancelled");
    }
    return c.failed() ? palette.bad("ANSWERED WRONGLY") : palette.good("answered");
  }

  private static String outcome(Invitation i) {
    String after = i.took().filter(t -> !t.isZero()).map(t -> " after " + words(t)).orElse("");
    String challenged =
        i.challenges() == 0
            ? ""
            : ", after " + i.challenges() + (i.challenges() == 1 ? " challenge" : " challenges");
    return i.answer()
        .map(a -> i.status() + " " + Visible.line(a.message().reasonPhrase()) + after + challenged)
        .orElse(i.cancelled() ? "CANCEL" : "no final response");
  }

  /** Where it is in the capture, and what the refusal says of itself. */
  List<String> details(ExplainedCall c, String unit) {
    List<String> out = new ArrayList<>();
    Invitation i = c.invitation();
    out.addAll(Paragraph.of(2, "where", where(i, unit)));
    i.answer()
        .map(CapturedMessage::message)
        .filter(a -> i.refused())
        .ifPresent(a -> reasons(a).forEach(r -> out.addAll(Paragraph.of(2, "said", r))));
    c.farEnd().ifPresent(f -> out.addAll(Paragraph.of(2, "far end", "looks like " + f)));
    return out;
  }

  private static String where(Invitation i, String unit) {
    CapturedMessage.Path path = i.request().path();
    List<String> parts = new ArrayList<>();
    parts.add(unit + " " + i.request().number());
    if (!path.from().isEmpty() || !path.to().isEmpty()) {
      String from = path.from().isEmpty() ? "?" : path.from();
      String to = path.to().isEmpty() ? "?" : path.to();
      parts.add((path.transport() + " " + from + " → " + to).strip());
    }
    parts.add("Call-ID " + i.invite().callId());
    return String.join(", ", parts);
  }

  private static List<String> reasons(SipMessage answer) {
    return Stream.of("Reason", "Warning", "X-Reason")
        .flatMap(name -> answer.values(name).stream().map(v -> name + ": " + v))
        .toList();
  }

  /** Within a call the Request-URI is the Contact of the other side. */
  private static String called(Invitation i) {
    return number(i.initial() ? i.invite().requestUri() : i.invite().first("To").orElse(""));
  }

  private static String number(String nameAddr) {
    return SipUri.of(nameAddr)
        .map(u -> u.user().isEmpty() ? u.host() : u.user())
        .filter(text -> !text.isEmpty())
        .orElse("?");
  }

  private static String words(Duration time) {
    return time.abs().toMillis() < 1000
        ? time.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
