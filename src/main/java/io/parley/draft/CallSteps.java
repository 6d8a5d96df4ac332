package io.parley.draft;

import io.parley.capture.Invitation;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a scenario whose request no short form makes.
 *
 * @param actor what the caller is: its offer, as lines of a scenario
 */
record CallSteps(List<String> actor) {

  /**
   * A call that comes about, and a re-INVITE in it.
   *
   * @param request headers and offer of the re-INVITE
   */
  List<String> reInvite(List<String> request) {
    List<String> out = new ArrayList<>(List.of("control: none", "actors:", "  caller:"));
    actor.forEach(l -> out.add("    " + l));
    out.add("steps:");
    out.add("  - caller: { send: INVITE }");
    out.add("  - caller: { receive: 200 }");
    out.addAll(invite(request));
    out.add("  - caller: { receive: expected }");
    hangUp(out);
    return out;
  }

  /** An INVITE with another start line than a call to a number has. */
  List<String> startLine(Invitation told, List<String> to, List<String> request) {
    String line = YamlText.quoted(WireText.of(told.invite().startLine()));
    List<String> out = new ArrayList<>(List.of("steps:"));
    List<String> all = new ArrayList<>(to);
    all.addAll(request);
    all.add("mutate: [ { start-line: " + line + " } ]");
    out.addAll(invite(all));
    out.add("  - caller: { receive: expected }");
    if (told.accepted()) {
      hangUp(out);
    }
    return out;
  }

  private static List<String> invite(List<String> request) {
    List<String> out = new ArrayList<>(List.of("  - caller:", "      send: INVITE"));
    request.forEach(l -> out.add("      " + l));
    return out;
  }

  private static void hangUp(List<String> out) {
    out.add("  - caller: { send: BYE }");
    out.add("  - caller: { receive: 200, method: BYE }");
  }
}
