package io.parley.explain;

import io.parley.diagnosis.CodeMeaning;
import io.parley.diagnosis.ResponseCodes;
import java.util.List;
import java.util.Optional;

/**
 * A number that somebody read off a screen, and what it can mean.
 *
 * @param asked what was typed
 * @param reading how it was understood, in words
 * @param meanings what is known of it
 */
public record CodeLookup(String asked, String reading, List<CodeMeaning> meanings) {

  /** Whether a text is to be taken for a code: digits, or a pair of them such as 488/531000. */
  public static boolean isCode(String text) {
    return text.matches("\\d{1,12}") || text.matches("[3-6]\\d\\d\\s*/\\s*\\d{1,7}");
  }

  /** Looks a code up; empty = it is none that is known. */
  public static Optional<CodeLookup> of(String text) {
    ResponseCodes codes = ResponseCodes.shipped();
    if (text.contains("/")) {
      String[] pair = text.split("\\s*/\\s*");
      return pair(codes, text, Integer.parseInt(pair[0]), Integer.parseInt(pair[1]));
    }
    if (text.matches("[3-6]\\d\\d")) {
      return found(text, "SIP status " + text, codes.ofStatus(Integer.parseInt(text)));
    }
    if (text.length() <= 7) {
      Optional<CodeLookup> microsoft = microsoft(codes, text);
      if (microsoft.isPresent()) {
        return microsoft;
      }
    }
    return zoom(codes, text);
  }

  private static Optional<CodeLookup> pair(ResponseCodes codes, String text, int status, int code) {
    return found(
        text,
        "SIP status " + status + " with code " + code,
        codes.ofCode(code).stream().filter(m -> m.status() == status).toList());
  }

  private static Optional<CodeLookup> microsoft(ResponseCodes codes, String text) {
    int code = Integer.parseInt(text);
    List<CodeMeaning> known = codes.ofCode(code);
    if (!known.isEmpty()) {
      boolean microsoft = known.get(0).by() == CodeMeaning.By.MICROSOFT;
      return found(
          text, microsoft ? "Microsoft response code " + text : "the vendor's code " + text, known);
    }
    // The prefix 560 says that the SBC made the response; what follows is its SIP status.
    return text.matches("560[3-6]\\d\\d")
        ? found(
            text,
            "Microsoft response code " + text + ": the SBC itself answered " + text.substring(3),
            codes.ofStatus(code % 1000, CodeMeaning.By.SIP))
        : Optional.empty();
  }

  /** The Zoom client shows a long number whose last three digits are the SIP status. */
  private static Optional<CodeLookup> zoom(ResponseCodes codes, String text) {
    if (text.length() < 5 || !text.matches("\\d*[3-6]\\d\\d")) {
      return Optional.empty();
    }
    String status = text.substring(text.length() - 3);
    int number = Integer.parseInt(status);
    List<CodeMeaning> own = codes.ofStatus(number, CodeMeaning.By.ZOOM);
    return found(
        text,
        "a number as the Zoom client shows it: its last three digits are SIP status " + status,
        own.isEmpty() ? codes.ofStatus(number, CodeMeaning.By.SIP) : own);
  }

  private static Optional<CodeLookup> found(
      String asked, String reading, List<CodeMeaning> meanings) {
    return meanings.isEmpty()
        ? Optional.empty()
        : Optional.of(new CodeLookup(asked, reading, meanings));
  }
}
