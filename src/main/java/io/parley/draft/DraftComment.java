package io.parley.draft;

import io.parley.capture.CapturedMessage;
import io.parley.capture.Invitation;
import io.parley.report.Secrets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The comment above a scenario made of a captured call.
 *
 * @param file the capture
 * @param unit what its numbers count: packet or line
 * @param reason the rule that the call breaks, in words; empty = none is known
 * @param keyed whether profiles are named that would do otherwise
 */
record DraftComment(String file, String unit, Optional<String> reason, boolean keyed) {

  /**
   * The lines.
   *
   * @param ownNumber whether the scenario calls the captured number
   * @param within whether a re-INVITE is played within a call
   */
  List<String> lines(Invitation call, boolean ownNumber, boolean within) {
    List<String> out = new ArrayList<>();
    CapturedMessage m = call.request();
    String time =
        m.time()
            .filter(t -> t.isAfter(Instant.EPOCH.plusSeconds(86_400)))
            .map(t -> ", " + t)
            .orElse("");
    add(out, "Made by 'parley new --from " + file + "' of " + unit + " " + m.number() + time);
    String path = (m.path().transport() + " " + m.path().from() + " to " + m.path().to()).strip();
    if (!path.equals("to")) {
      add(out, path + ", Call-ID " + call.invite().callId());
    }
    add(out, "It was " + outcome(call) + ".");
    call.answer()
        .flatMap(a -> a.message().first("Reason").or(() -> a.message().first("Warning")))
        .ifPresent(r -> add(out, "Said: " + Secrets.MASKED.mask(r)));
    reason.ifPresent(r -> add(out, "Breaks " + Secrets.MASKED.mask(r) + "."));
    add(
        out,
        "Keys and passwords are not those of the capture, numbers are the target's"
            + (ownNumber ? ", but for the one called, which its limits must allow." : "."));
    if (keyed) {
      add(out, "Which far end it was is not known: profiles whose rules say otherwise are named.");
    }
    if (!call.initial() && !within) {
      add(out, "In the capture this was a re-INVITE of the other side; here it begins the call.");
    }
    return out;
  }

  private static void add(List<String> out, String text) {
    out.add(YamlText.comment(text));
  }

  private static String outcome(Invitation call) {
    return call.answer()
        .map(a -> "answered " + call.status() + " " + a.message().reasonPhrase())
        .orElse("not answered");
  }
}
