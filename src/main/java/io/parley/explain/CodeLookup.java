package io.parley.explain;

import io.parley.diagnosis.CodeMeaning;
import io.parley.diagnosis.ReleaseCause;
import io.parley.diagnosis.ResponseCodes;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody read off a screen, and what it can mean.
 *
 * @param asked what was typed
 * @param reading how it was understood, in words
 * @param meanings what is known of it as a response code
 * @param causes what is known of it as a release cause; both empty = nothing, and the reading says
 *     why
 * @param many whether it names many codes, so that each is to be told in a line
 */
public record CodeLookup(
    String asked,
    String reading,
    List<CodeMeaning> meanings,
    List<ReleaseCause> causes,
    boolean many) {
  private static final Pattern STATUS =
      Pattern.compile("(?i)(?:SIP(?:/2\\.0)?\\s+)?([1-6]\\d\\d)(?:\\s+(\\D.*))?");
  private static final Pattern PAIR = Pattern.compile("([3-6]\\d\\d)\\s*/\\s*(\\d{1,7})");
  private static final Pattern RANGE =
      Pattern.compile("(?i)([1-6])xx|([1-6]\\d\\d)\\s*(?:-|\\.\\.)\\s*([1-6]\\d\\d)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  /** Whether a text is to be taken for a code, such as 488, 488/531000, 4xx or SIP/2.0 488 No. */
  public static boolean isCode(String text) {
    return List.of(STATUS, PAIR, RANGE, NUMBER).stream()
            .anyMatch(p -> p.matcher(text.strip()).matches())
        || CauseLookup.isCause(text.strip());
  }

  /** Looks a code up; without meanings where it is none that is known. */
  public static CodeLookup of(String text) {
    ResponseCodes codes = ResponseCodes.shipped();
    String asked = text.strip();
    Matcher status = STATUS.matcher(asked);
    Matcher pair = PAIR.matcher(asked);
    Matcher range = RANGE.matcher(asked);
    if (CauseLookup.isCause(asked)) {
      return CauseLookup.of(asked);
    }
    if (status.matches()) {
      return status(codes, asked, Integer.parseInt(status.group(1)), status.group(2));
    }
    if (pair.matches()) {
      return pair(codes, asked, Integer.parseInt(pair.group(1)), Integer.parseInt(pair.group(2)));
    }
    if (range.matches()) {
      return range(codes, asked, range);
    }
    return VendorNumber.lookup(codes, asked);
  }

  private static CodeLookup status(ResponseCodes codes, String asked, int status, String words) {
    String reading = "SIP status " + status;
    if (status < 300) {
      return nothing(
          asked,
          status < 200
              ? reading + " refuses nothing: the call goes on, and its final response is to come"
              : reading + " refuses nothing: the request was accepted");
    }
    List<CodeMeaning> known = codes.ofStatus(status);
    List<CodeMeaning> told =
        words == null
            ? List.of()
            : known.stream()
                .filter(m -> m.by() != CodeMeaning.By.SIP && m.isToldIn(words))
                .toList();
    if (!known.isEmpty()) {
      return found(asked, reading, told.isEmpty() ? known : told);
    }
    int general = status / 100 * 100;
    return found(
        asked,
        reading
            + ", which nobody has defined that is known here: it is to be treated as "
            + general
            + " (RFC 3261 §8.1.3.2)",
        codes.ofStatus(general, CodeMeaning.By.SIP));
  }

  private static CodeLookup pair(ResponseCodes codes, String asked, int status, int code) {
    String reading = "SIP status " + status + " with code " + code;
    List<CodeMeaning> ofCode = codes.ofCode(code);
    List<CodeMeaning> both = ofCode.stream().filter(m -> m.status() == status).toList();
    if (!both.isEmpty() || ofCode.isEmpty()) {
      return both.isEmpty()
          ? nothing(asked, VendorNumber.unknown(codes, code))
          : found(asked, reading, both);
    }
    return found(
        asked,
        reading
            + ", a pair that is not known; the code alone is, with "
            + ofCode.stream()
                .map(m -> Integer.toString(m.status()))
                .distinct()
                .collect(Collectors.joining(" and ")),
        ofCode);
  }

  private static CodeLookup range(ResponseCodes codes, String asked, Matcher range) {
    boolean hundred = range.group(1) != null;
    int from = hundred ? Integer.parseInt(range.group(1)) * 100 : Integer.parseInt(range.group(2));
    int to = hundred ? from + 99 : Integer.parseInt(range.group(3));
    List<CodeMeaning> found =
        codes.all().stream()
            .filter(m -> m.status() >= from && m.status() <= to)
            .sorted(Comparator.comparingInt(CodeMeaning::status))
            .toList();
    String reading = "SIP statuses " + from + " to " + to;
    return found.isEmpty()
        ? nothing(asked, reading + ": nothing is known of these; refusals are 300 to 699")
        : new CodeLookup(asked, reading, found, List.of(), true);
  }

  static CodeLookup found(String asked, String reading, List<CodeMeaning> meanings) {
    return new CodeLookup(asked, reading, meanings, List.of(), false);
  }

  static CodeLookup nothing(String asked, String reading) {
    return new CodeLookup(asked, reading, List.of(), List.of(), false);
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return meanings.isEmpty() && causes.isEmpty();
  }
}
