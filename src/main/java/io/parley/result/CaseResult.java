package io.parley.result;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.Verdict;
import io.parley.sip.SipMessage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * All that is known of a case once it is over.
 *
 * @param played the case
 * @param verdict how it ended
 * @param findings everything that was not as expected; empty when passed
 * @param notes worth reading, fails nothing
 * @param steps each step, in order
 * @param transcript all that crossed the wire, in order, clean-up included
 * @param cleanup what the clean-up did and whether the target confirmed, in words; empty when there
 *     was nothing to clean
 * @param skip why it was skipped
 * @param started when it began
 * @param ended when the wire was clean
 * @param hooks what programs of the user said that were started after it
 * @param attempts the other plays of the same case, oldest first, each without attempts of its own;
 *     empty where it was played once. Of a case that was retried the result is the last play, of
 *     one that was repeated the first of the worst
 */
public record CaseResult(
    Case played,
    Verdict verdict,
    List<Finding> findings,
    List<String> notes,
    List<StepResult> steps,
    List<TranscriptEntry> transcript,
    Optional<String> cleanup,
    Optional<String> skip,
    Instant started,
    Instant ended,
    List<HookOutput> hooks,
    List<CaseResult> attempts) {

  /** Why a case was not played, or not to its end: how such a reason ends. */
  public static final String INTERRUPTED = "the run was interrupted";

  /** A result to be filled in: of a case that ended so, in that time. */
  public static ResultBuilder of(Case played, Verdict verdict, Instant started, Instant ended) {
    return new ResultBuilder(played, verdict, started, ended);
  }

  /** A copy to be changed. */
  public ResultBuilder but() {
    return new ResultBuilder(this);
  }

  /** The same with a note. */
  public CaseResult noting(String note) {
    List<String> more = Stream.concat(notes.stream(), Stream.of(note)).toList();
    return but().notes(more).build();
  }

  /** The same with what a program said, and a note of it. */
  public CaseResult with(HookOutput output) {
    List<HookOutput> more = Stream.concat(hooks.stream(), Stream.of(output)).toList();
    return but().hooks(more).build().noting(output.headline());
  }

  /** The same with the other plays of the case. */
  public CaseResult among(List<CaseResult> others) {
    return but().attempts(List.copyOf(others)).build();
  }

  /** The same under another identity. */
  public CaseResult as(Case other) {
    return but().played(other).build();
  }

  /** Every play of the case, oldest first, each as if it were the only one. */
  public List<CaseResult> plays() {
    return Stream.concat(attempts.stream(), Stream.of(among(List.of())))
        .sorted(Comparator.comparing(CaseResult::started))
        .toList();
  }

  /** Whether it passed only after it had failed or broken: it is not clean. */
  public boolean flaky() {
    return verdict == Verdict.PASSED && attempts.stream().anyMatch(CaseResult::wentWrong);
  }

  /** The play that says what is wrong: of a flaky case the last that went wrong, else this. */
  public CaseResult telling() {
    return attempts.stream()
        .filter(a -> flaky() && a.wentWrong())
        .reduce((earlier, later) -> later)
        .orElse(this);
  }

  /** Whether it failed or broke. */
  public boolean wentWrong() {
    return verdict == Verdict.FAILED || verdict == Verdict.BROKEN;
  }

  /**
   * The last final response that reached the sender of the case's first INVITE, 200..699; one that
   * came again counts when it came first.
   */
  public OptionalInt finalStatus() {
    Optional<TranscriptEntry> invite =
        transcript.stream()
            .filter(e -> e.message().isRequest() && e.message().method().equals("INVITE"))
            .findFirst();
    return transcript.stream()
        .filter(e -> invite.isPresent() && isAnswer(e, invite.get()))
        .filter(e -> !e.retransmission())
        .map(TranscriptEntry::message)
        .mapToInt(m -> m.status().orElse(0))
        .filter(s -> s >= 200)
        .reduce((a, b) -> b);
  }

  /** On the same leg: a proxy gives both legs one Call-ID. */
  private static boolean isAnswer(TranscriptEntry entry, TranscriptEntry invite) {
    SipMessage m = entry.message();
    return m.isResponse()
        && m.method().equals("INVITE")
        && m.callId().equals(invite.message().callId())
        && entry.actor().equals(invite.actor())
        && entry.frame().way() != invite.frame().way();
  }
}
