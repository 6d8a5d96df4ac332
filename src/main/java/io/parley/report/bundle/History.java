package io.parley.report.bundle;

import io.parley.report.FindingText;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When the call happened, how often it was tried, and how each try ended. */
final class History {
  private final Moment moment;

  History(Moment moment) {
    this.moment = moment;
  }

  Page.Section times(CaseResult result, Optional<Exchange> exchange) {
    Rows rows = new Rows();
    rows.add("case began", moment.of(result.started()));
    exchange.map(Exchange::invite).ifPresent(e -> rows.add("INVITE", at(e)));
    exchange.flatMap(Exchange::answer).ifPresent(e -> rows.add("final response", at(e)));
    return rows.add("case ended", moment.of(result.ended())).section("Exact times");
  }

  private String at(TranscriptEntry entry) {
    Instant time = entry.frame().time();
    return moment.of(time);
  }

  Page.Section attempts(CaseResult result) {
    List<CaseResult> plays = result.plays();
    Rows rows = new Rows();
    rows.add("played", plays.size() == 1 ? "once" : plays.size() + " times");
    for (int i = 0; i < plays.size(); i++) {
      CaseResult play = plays.get(i);
      String status =
          play.finalStatus().isPresent() ? ", answered " + play.finalStatus().getAsInt() : "";
      rows.add("attempt " + (i + 1), moment.of(play.started()) + ": " + words(play) + status);
    }
    return rows.section("Attempts");
  }

  private static String words(CaseResult play) {
    return FindingText.verdict(play);
  }
}
