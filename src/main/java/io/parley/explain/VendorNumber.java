package io.parley.explain;

import io.parley.diagnosis.CodeMeaning;
import io.parley.diagnosis.ResponseCodes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A number that a vendor's portal or client shows: a Microsoft response code, a Zoom number. */
final class VendorNumber {
  private VendorNumber() {}

  /** Looks it up; without meanings where it is none that is known. */
  static CodeLookup lookup(ResponseCodes codes, String asked) {
    Optional<CodeLookup> found =
        asked.length() <= 7 ? microsoft(codes, asked) : Optional.<CodeLookup>empty();
    return found
        .or(() -> zoom(codes, asked))
        .or(() -> CauseLookup.bare(asked))
        .orElseGet(
            () ->
                CodeLookup.nothing(
                    asked,
                    asked.length() <= 7
                        ? unknown(codes, Integer.parseInt(asked))
                        : "no code that is known. The Zoom client's numbers end with a SIP status,"
                            + " 300 to 699"));
  }

  /** What is near, since a digit is easily misread. */
  static String unknown(ResponseCodes codes, int code) {
    String start = Integer.toString(code);
    String first = start.substring(0, Math.min(3, start.length()));
    String near =
        codes.all().stream()
            .filter(m -> m.code().isPresent())
            .map(m -> Integer.toString(m.code().getAsInt()))
            .filter(c -> c.length() == start.length() && c.startsWith(first))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return "no code that is known. "
        + (near.isEmpty()
            ? "Known: SIP statuses (488), Microsoft response codes (531000), pairs of both"
                + " (488/531000), numbers of the Zoom client (2202488), ranges (4xx), release causes (q850:65)"
            : "Known ones like it: " + near);
  }

  private static Optional<CodeLookup> microsoft(ResponseCodes codes, String text) {
    int code = Integer.parseInt(text);
    List<CodeMeaning> known = codes.ofCode(code);
    if (!known.isEmpty()) {
      boolean microsoft = known.get(0).by() == CodeMeaning.By.MICROSOFT;
      String reading = microsoft ? "Microsoft response code " : "the vendor's code ";
      return Optional.of(CodeLookup.found(text, reading + text, known));
    }
    // The prefix 560 says that the SBC made the response; what follows is its SIP status.
    List<CodeMeaning> own =
        text.matches("560[3-6]\\d\\d")
            ? codes.ofStatus(code % 1000, CodeMeaning.By.SIP)
            : List.of();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CodeLookup.found(
                text,
                "Microsoft response code "
                    + text
                    + ": the SBC itself answered "
                    + text.substring(3),
                own));
  }

  /** The Zoom client shows a long number whose last three digits are the SIP status. */
  private static Optional<CodeLookup> zoom(ResponseCodes codes, String text) {
    if (text.length() < 5 || !text.matches("\\d*[3-6]\\d\\d")) {
      return Optional.empty();
    }
    String status = text.substring(text.length() - 3);
    int number = Integer.parseInt(status);
    List<CodeMeaning> own = codes.ofStatus(number, CodeMeaning.By.ZOOM);
    List<CodeMeaning> meant = own.isEmpty() ? codes.ofStatus(number, CodeMeaning.By.SIP) : own;
    return meant.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CodeLookup.found(
                text,
                "a number as the Zoom client shows it: its last three digits are SIP status "
                    + status,
                meant));
  }
}
