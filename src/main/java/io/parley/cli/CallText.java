package io.parley.cli;

import io.parley.diagnosis.RuleAdvice;
import io.parley.explain.BrokenRule;
import io.parley.explain.ExplainedCall;
import io.parley.explain.Explanation;
import io.parley.profile.Ruling;
import io.parley.sdp.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * One call in full, as a terminal shows it.
 *
 * @param palette how words are coloured
 */
record CallText(Palette palette) {
  private static final int MOST_NAMES = 4;

  /** What it was, which rules it breaks, what its refusal means. */
  List<String> lines(ExplainedCall call, Explanation e) {
    List<String> out = new ArrayList<>();
    CallLine line = new CallLine(palette);
    out.add(line.head(call));
    out.addAll(line.said(call));
    CauseText causes = new CauseText(palette);
    call.releases().forEach(r -> out.addAll(causes.lines(r)));
    call.leg().remarks().forEach(r -> out.addAll(Paragraph.of(2, "legs", r)));
    call.remarks().forEach(r -> out.addAll(Paragraph.of(2, "note", r)));
    String unit = e.capture().kind().unit();
    if (call.invitation().request().cut()) {
      out.addAll(line.place(call, unit));
      return out;
    }
    OptionalInt shown = OptionalInt.empty();
    for (BrokenRule b : e.toThePoint(call)) {
      boolean again = shown.isPresent() && shown.equals(b.leading().sdpLine());
      out.addAll(rule(b, call, e.profiles(), again));
      shown = b.leading().sdpLine();
    }
    call.answerFaults().forEach(v -> out.addAll(answer(v)));
    if (e.toThePoint(call).isEmpty()) {
      out.addAll(
          Paragraph.of(
              2,
              "offer",
              "breaks no rule of " + call.farEnd().orElseGet(() -> some(call.takenBy()))));
    }
    also(call, e).ifPresent(a -> out.addAll(Paragraph.of(2, "also", a)));
    out.addAll(line.place(call, unit));
    if (!e.isToldByRule(call)) {
      call.meanings().forEach(m -> out.addAll(new CodeText(palette).meaning(m)));
      call.releases().stream()
          .flatMap(r -> r.cause().stream())
          .distinct()
          .forEach(c -> out.addAll(causes.meaning(c)));
    }
    return out;
  }

  /** What only far ends would refuse that this call did not go to. */
  private static Optional<String> also(ExplainedCall call, Explanation e) {
    String others =
        call.broken().stream()
            .filter(b -> !e.toThePoint(call).contains(b))
            .map(b -> b.name() + " (" + some(b.profiles()) + ")")
            .collect(Collectors.joining(", "));
    return Optional.of(others).filter(o -> !o.isEmpty()).map(o -> "refused elsewhere: " + o);
  }

  private static List<String> answer(Violation v) {
    return Paragraph.of(2, v.binding() ? "answer" : "note", v.toString());
  }

  private List<String> rule(
      BrokenRule b, ExplainedCall call, List<String> profiles, boolean again) {
    List<String> out = new ArrayList<>(List.of(""));
    Ruling.Refuse first = b.leading();
    Paragraph.of(2, "breaks", said(b)).stream().map(palette::strong).forEach(out::add);
    if (!again) {
      out.addAll(excerpt(b, call));
    }
    b.advice().ifPresent(a -> out.addAll(advice(a)));
    out.addAll(Paragraph.of(2, "refused by", by(b)));
    List<String> others = profiles.stream().filter(p -> !b.by().containsKey(p)).toList();
    if (!others.isEmpty()) {
      out.addAll(Paragraph.of(2, "fine at", some(others)));
    }
    String evidence = first.rule().evidence().name().toLowerCase(Locale.ROOT);
    out.addAll(Paragraph.of(2, "source", first.rule().source() + " (" + evidence + ")"));
    return out;
  }

  /** {@code srtp-missing at SDP line 7: expected SRTP …}. */
  static String said(BrokenRule b) {
    OptionalInt line = b.leading().sdpLine();
    String at = line.isPresent() ? " at SDP line " + line.getAsInt() : "";
    return b.name() + at + ": " + b.leading().explanation();
  }

  private List<String> excerpt(BrokenRule b, ExplainedCall call) {
    OptionalInt line = b.leading().sdpLine();
    boolean about = line.isPresent() || b.name().equals("offer-malformed");
    return call.offer()
        .filter(o -> about)
        .map(
            o ->
                new SdpExcerpt(palette)
                    .lines(o, line, SdpExcerpt.remark(o, line, b.leading().explanation())))
        .orElse(List.of());
  }

  /** Cause, next step and owner. */
  static List<String> advice(RuleAdvice a) {
    List<String> out = new ArrayList<>(Paragraph.of(2, "cause", a.cause()));
    out.addAll(Paragraph.of(2, "next", a.next()));
    out.addAll(Paragraph.of(2, "who", a.owner()));
    return out;
  }

  /** Names, or how many there are where they would fill lines. */
  private static String some(List<String> profiles) {
    return profiles.size() <= MOST_NAMES
        ? String.join(", ", profiles)
        : profiles.size()
            + " profiles: "
            + String.join(", ", profiles.subList(0, MOST_NAMES))
            + ", …";
  }

  /** Who refuses, by what they answer: {@code 488 (531000) teams-direct-routing; 488 zoom-byoc}. */
  private static String by(BrokenRule b) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    b.by()
        .forEach(
            (profile, refusal) ->
                answers
                    .computeIfAbsent(
                        refusal.status() + refusal.code().map(c -> " (" + c + ")").orElse(""),
                        k -> new ArrayList<>())
                    .add(profile));
    return answers.entrySet().stream()
        .map(e -> e.getKey() + " " + some(e.getValue()))
        .collect(Collectors.joining("; "));
  }
}
