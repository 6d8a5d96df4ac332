package io.parley.match;

import io.parley.model.Evidence;
import io.parley.model.Expectation;
import io.parley.model.HeaderCheck;
import io.parley.model.HeaderMatch;
import io.parley.model.Outcome;
import io.parley.model.StatusPattern;
import io.parley.sip.HeaderName;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An expectation of one or several outcomes against a final response. */
public final class OutcomeMatcher {
  private static final List<StatusPattern> SUCCESS = List.of(new StatusPattern.StatusClass(2));

  private final Expectation expectation;
  private final boolean strictInferred;

  private OutcomeMatcher(Expectation expectation, boolean strictInferred) {
    this.expectation = expectation;
    this.strictInferred = strictInferred;
  }

  /**
   * Compares with every outcome.
   *
   * @param strictInferred whether a header expectation that is only inferred fails the case; else
   *     it is a note
   */
  public static OutcomeMatch match(
      Expectation expectation, SipMessage response, SdpContext context, boolean strictInferred) {
    OutcomeMatcher matcher = new OutcomeMatcher(expectation, strictInferred);
    List<Outcome> outcomes = expectation.any();
    List<Match> matches = outcomes.stream().map(o -> matcher.match(o, response, context)).toList();
    List<Outcome> met = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (matches.get(i).isMet()) {
        met.add(outcomes.get(i));
      }
    }
    int best =
        matches.indexOf(matches.stream().min(Comparator.comparingInt(OutcomeMatcher::rank)).get());
    return new OutcomeMatch(List.copyOf(met), outcomes.get(best), matches.get(best));
  }

  /** The distance, and among equals the one with fewer notes. */
  private static int rank(Match match) {
    return match.distance() * 1000 + match.notes().size();
  }

  private Match match(Outcome outcome, SipMessage response, SdpContext context) {
    List<Row> rows = new ArrayList<>();
    List<StatusPattern> status = outcome.repaired() ? SUCCESS : outcome.status();
    // A status that fits no outcome is reported with all that would have done.
    boolean none = expectation.any().stream().noneMatch(o -> fits(o, response));
    String words = none ? words(expectation) : words(outcome);
    rows.add(StatusMatcher.match(outcome.at(), status, words, response));
    // Headers and answer are asked of the expected response; of another they say nothing.
    if (fits(outcome, response)) {
      for (HeaderCheck check : outcome.headers()) {
        Row row = HeaderMatcher.match(check, response);
        rows.add(isNote(check) && row.difference().isPresent() ? row.asNote() : row);
      }
      outcome
          .answer()
          .ifPresent(e -> rows.addAll(SdpMatcher.match(e, SdpRole.ANSWER, response, context)));
    }
    return new Match(rows);
  }

  private boolean isNote(HeaderCheck check) {
    Optional<Evidence> evidence = check.evidence().or(expectation::evidence);
    return !strictInferred && evidence.filter(Evidence.INFERRED::equals).isPresent();
  }

  private static boolean fits(Outcome outcome, SipMessage response) {
    List<StatusPattern> status = outcome.repaired() ? SUCCESS : outcome.status();
    return status.stream().anyMatch(p -> p.matches(response.status().orElse(0)));
  }

  /** Whether no response at all is an acceptable outcome. */
  public static boolean allowsSilence(Expectation expectation) {
    return expectation.any().stream()
        .flatMap(o -> o.status().stream())
        .anyMatch(StatusPattern.Silence.class::isInstance);
  }

  /**
   * Whether it is acceptable that the target does not take the connection for that reason: an
   * outcome that asks for a Reason finds it in these words.
   *
   * @param reason what is known of the failure, in words
   */
  public static boolean allowsNoConnection(Expectation expectation, String reason) {
    return expectation.any().stream()
        .filter(o -> o.status().stream().anyMatch(StatusPattern.NoConnection.class::isInstance))
        .anyMatch(o -> o.headers().stream().allMatch(h -> explains(h, reason)));
  }

  private static boolean explains(HeaderCheck check, String reason) {
    return check.match() instanceof HeaderMatch.Search s
        && HeaderName.same(check.name(), "Reason")
        && BoundedSearch.isFound(s.regex(), reason);
  }

  /** All acceptable outcomes in words: {@code 488 or 606 or 2xx with the offer repaired}. */
  public static String words(Expectation expectation) {
    return expectation.any().stream()
        .map(OutcomeMatcher::words)
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private static String words(Outcome outcome) {
    return outcome.repaired()
        ? "2xx with the offer repaired"
        : StatusMatcher.words(outcome.status());
  }
}
