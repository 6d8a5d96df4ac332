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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    if (c.cutOff()) {
      return palette.bad("CUT OFF");
    }
    return c.failed() ? palette.bad("ANSWERED WRONGLY") : palette.good("answered");
  }

  /** {@code 488: 12, 200: 3, no answer: 1}, what is most often first. */
  String outcomes(List<ExplainedCall> calls) {
    Map<String, Long> counts =
        calls.stream()
            .collect(
                Collectors.groupingBy(
                    c -> shortly(c.invitation()), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(e -> String.format(Locale.ROOT, "%s: %,d", e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String shortly(Invitation i) {
    return i.answer().isPresent()
        ? Integer.toString(i.status())
        : i.cancelled() ? "cancelled" : "no answer";
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

  /** What the refusal says of itself. */
  List<String> said(ExplainedCall c) {
    return c.invitation()
        .answer()
        .map(CapturedMessage::message)
        .filter(a -> c.invitation().refused())
        .map(a -> reasons(a).stream().flatMap(r -> Paragraph.of(2, "said", r).stream()).toList())
        .orElse(List.of());
  }

  /** Where it is in the capture, and whose far end it seems to be. */
  List<String> place(ExplainedCall c, String unit) {
    List<String> out = new ArrayList<>();
    c.farEnd().ifPresent(f -> out.addAll(Paragraph.of(2, "far end", "looks like " + f)));
    out.addAll(Paragraph.of(2, "where", where(c.invitation(), unit)));
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
    if (time.abs().toMillis() == 0) {
      return "under 1 ms";
    }
    return time.abs().toMillis() < 1000
        ? time.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
