package io.parley.explain;

import io.parley.capture.Invitation;
import io.parley.diagnosis.CodeMeaning;
import io.parley.diagnosis.ResponseCodes;
import io.parley.sip.ReasonPhrase;
import java.util.List;
import java.util.Optional;

/** Finds what a refusal means among the codes that are known. */
final class Meanings {
  private Meanings() {}

  /**
   * The meanings of the final response: those that its own words name, else those that the far end
   * has for its status, else the RFC's.
   */
  static List<CodeMeaning> of(Invitation invitation, Optional<String> farEnd) {
    if (!invitation.refused()) {
      return List.of();
    }
    ResponseCodes codes = ResponseCodes.shipped();
    int status = invitation.status();
    String text = FarEnd.reasons(invitation.answer().orElseThrow().message());
    Optional<CodeMeaning.By> by = farEnd.map(FarEnd::vendor);
    List<CodeMeaning> told =
        codes.ofStatus(status).stream()
            .filter(m -> m.isToldIn(text) && (says(m) || by.filter(m.by()::equals).isPresent()))
            .toList();
    if (!told.isEmpty()) {
      return told;
    }
    // Of Microsoft's many codes for a status the words in Reason choose; without them none is
    // meant.
    List<CodeMeaning> own =
        by.filter(b -> b != CodeMeaning.By.MICROSOFT)
            .map(b -> codes.ofStatus(status, b))
            .orElse(List.of());
    return own.isEmpty() ? codes.ofStatus(status, CodeMeaning.By.SIP) : own;
  }

  /** Whether its words are its own: a standard reason phrase tells no vendor. */
  private static boolean says(CodeMeaning meaning) {
    return meaning.by() != CodeMeaning.By.SIP
        && meaning.by() != CodeMeaning.By.ZOOM
        && !meaning.phrase().equalsIgnoreCase(ReasonPhrase.of(meaning.status()));
  }
}
