package io.parley.draft;

import io.parley.capture.Invitation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a draft expects: what came back, and where it is not known under which profile, what the
 * rules of each say instead.
 *
 * @param call the INVITE
 * @param source where it was captured
 * @param ownNumber whether the captured number is called, which a target may not know
 * @param rulings what each profile makes of it; empty = what came back is expected of all
 */
record ExpectedOutcomes(
    Invitation call, String source, boolean ownNumber, List<FarEndRuling> rulings) {

  /** The lines for a profile that is known. */
  List<String> of(String profile) {
    return List.of("expect:", "  " + profile + ": " + observed());
  }

  /** The lines, keyed by profile where profiles differ. */
  List<String> lines() {
    Map<String, String> differing = differing();
    if (differing.isEmpty()) {
      return List.of("expect: " + observed());
    }
    List<String> out = new ArrayList<>(List.of("expect:", "  default: " + observed()));
    differing.forEach((profile, outcome) -> out.add("  " + profile + ": " + outcome));
    return out;
  }

  /** Whether profiles are named that do otherwise. */
  boolean isKeyed() {
    return !differing().isEmpty();
  }

  /** Those that need a line: an expectation goes for all that extend its profile. */
  private Map<String, String> differing() {
    Map<String, FarEndRuling> written = new LinkedHashMap<>();
    rulings.stream()
        .sorted(Comparator.comparing(r -> r.chain().size()))
        .filter(r -> !expected(r).equals(inherited(r, written)))
        .forEach(r -> written.put(r.profile(), r));
    Map<String, String> out = new LinkedHashMap<>();
    rulings.stream()
        .filter(r -> written.containsKey(r.profile()))
        .forEach(r -> out.put(r.profile(), outcome(r)));
    return out;
  }

  private String inherited(FarEndRuling ruling, Map<String, FarEndRuling> written) {
    return ruling.chain().stream()
        .map(written::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(this::expected)
        .orElseGet(this::came);
  }

  /**
   * The status: that of its own rule; a good one where it has no such rule, and the rules of others
   * explain what came back; else nothing in the request explains it, so that it may come again.
   */
  private String expected(FarEndRuling ruling) {
    if (ruling.status().isPresent()) {
      int own = ruling.status().getAsInt();
      boolean either = own != call.status() && CalledNumber.role(call).isPresent();
      return either ? "[" + own + ", " + came() + "]" : Integer.toString(own);
    }
    boolean explained = rulings.stream().anyMatch(r -> r.refusesWith(call.status()));
    return !explained ? came() : ownNumber ? "[200, 404]" : "200";
  }

  private String came() {
    return call.answer().isPresent() ? Integer.toString(call.status()) : "silence";
  }

  private String outcome(FarEndRuling ruling) {
    String status = expected(ruling);
    return status.equals(came())
        ? observed()
        : "{ status: %s, evidence: %s, source: %s%s }"
            .formatted(
                status, ruling.evidence(), YamlText.quoted(ruling.source()), why(ruling, status));
  }

  private static String why(FarEndRuling ruling, String status) {
    if (!status.startsWith("[")) {
      return "";
    }
    return ruling.status().isPresent()
        ? ", why: who looks at the number before the offer says what the callee says"
        : ", why: the captured number may not be known there";
  }

  private String observed() {
    return "{ status: "
        + came()
        + ", evidence: observed, source: "
        + YamlText.quoted(source)
        + " }";
  }

  /** The line that leaves out the profiles under which a call does not come about. */
  static Stream<String> whereTaken(List<FarEndRuling> first) {
    return only(first, first.stream().filter(r -> r.status().isEmpty()));
  }

  /** The line that leaves out the profiles that take a number which no callee of ours has. */
  Stream<String> whereRefused() {
    return only(rulings, rulings.stream().filter(r -> r.status().isPresent()));
  }

  private static Stream<String> only(List<FarEndRuling> all, Stream<FarEndRuling> some) {
    List<String> names = some.map(FarEndRuling::profile).toList();
    return names.size() == all.size() || names.isEmpty()
        ? Stream.empty()
        : Stream.of("when: { profile: [" + String.join(", ", names) + "] }");
  }
}
