package io.parley.explain;

import io.parley.diagnosis.CodeMeaning;
import io.parley.diagnosis.ReleaseCause;
import io.parley.diagnosis.ResponseCodes;
import io.parley.sip.ReasonValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release cause as people write it down: {@code q850:65}, a Reason header, {@code cause 65}. */
final class CauseLookup {
  private static final Pattern NUMBER =
      Pattern.compile("(?i)(?:q\\.?850|isup|isdn|cause)[\\s:=/;-]*(?:cause[\\s:=]*)?(\\d{1,18})");
  private static final Pattern ALL = Pattern.compile("(?i)q\\.?850");
  private static final Pattern HEADER =
      Pattern.compile("(?i)(?:reason\\s*:\\s*)?([\\w.]{1,20}\\s*;.*)");

  private CauseLookup() {}

  /** Whether a text is to be taken for one. */
  static boolean isCause(String text) {
    return NUMBER.matcher(text).matches()
        || ALL.matcher(text).matches()
        || header(text).isPresent();
  }

  /** Looks it up; without causes where it is none that is known. */
  static CodeLookup of(String asked) {
    if (ALL.matcher(asked).matches()) {
      return new CodeLookup(
          asked, "the release causes that are known", List.of(), ReleaseCause.all(), true);
    }
    Optional<ReasonValue> header = header(asked);
    return header.map(v -> header(asked, v)).orElseGet(() -> number(asked));
  }

  private static Optional<ReasonValue> header(String text) {
    Matcher m = HEADER.matcher(text);
    return m.matches()
        ? Optional.of(ReasonValue.of(m.group(1))).filter(v -> v.cause().isPresent())
        : Optional.empty();
  }

  private static CodeLookup number(String asked) {
    Matcher m = NUMBER.matcher(asked);
    if (!m.matches() || m.group(1).length() > 9) {
      return CodeLookup.nothing(asked, "no cause: those of Q.850 are 1 to 127");
    }
    return cause(asked, Integer.parseInt(m.group(1)));
  }

  /** A number so small that it can be nothing else. */
  static Optional<CodeLookup> bare(String asked) {
    return asked.matches("[1-9]\\d?") ? Optional.of(number("q850:" + asked)) : Optional.empty();
  }

  private static CodeLookup cause(String asked, int number) {
    String reading = ReleaseReading.q850(number);
    Optional<ReleaseCause> known = ReleaseCause.of(number);
    boolean ofClass = known.isEmpty() && number >= 1 && number <= ReleaseCause.LARGEST;
    return ofClass
        ? found(asked, reading, List.of(), List.of(ReleaseCause.ofClass(number)))
        : found(asked, reading, List.of(), known.stream().toList());
  }

  /** The words beside a cause say more than its number. */
  private static CodeLookup header(String asked, ReasonValue value) {
    int cause = value.cause().getAsInt();
    String reading = ReleaseReading.of(value);
    ResponseCodes codes = ResponseCodes.shipped();
    List<CodeMeaning> told =
        codes.all().stream()
            .filter(m -> m.by() == CodeMeaning.By.MICROSOFT && m.isToldIn(value.text()))
            .toList();
    if (value.isSip()) {
      return found(asked, reading, told.isEmpty() ? codes.ofStatus(cause) : told, List.of());
    }
    return value.isQ850()
        ? found(asked, reading, told, cause(asked, cause).causes())
        : found(asked, reading, told, List.of());
  }

  private static CodeLookup found(
      String asked, String reading, List<CodeMeaning> meanings, List<ReleaseCause> causes) {
    return new CodeLookup(asked, reading, meanings, causes, false);
  }
}
