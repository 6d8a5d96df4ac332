package io.parley.trial;

import io.parley.certify.Requirement;
import io.parley.certify.Weight;
import io.parley.farend.OwnCall;
import io.parley.farend.Treatment;
import io.parley.model.OfferSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Steps in the making, with what they prove and on whose word. */
final class StepList {
  /** Without these a phone can be used, with a reservation. */
  private static final Set<String> LESS =
      Set.of("early-media", "transfer", "session-refresh", "called-without-offer");

  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("busy", "RFC 3261 §17.1.1.2, §21.4.24"),
          Map.entry("decline", "RFC 3261 §17.1.1.2, §21.6.2"),
          Map.entry("early-media", "RFC 3261 §13.2.1, RFC 3264"),
          Map.entry("cancel", "RFC 3261 §9.1"),
          Map.entry("called-cancel", "RFC 3261 §9.2"),
          Map.entry("called-decline", "RFC 3261 §13.3.1.3"),
          Map.entry("called-without-offer", "RFC 3261 §13.2.1"),
          Map.entry("first-response-lost", "RFC 3261 §17.1.1.2"),
          Map.entry("hold", "RFC 3264 §8.4"),
          Map.entry("is-held", "RFC 3264 §8.4"),
          Map.entry("transfer", "RFC 3515 §2.4"),
          Map.entry("session-refresh", "RFC 4028 §7.4, §10"),
          Map.entry("srtp-only", "RFC 4568"),
          Map.entry("rtp-only", "RFC 3264 §6"),
          Map.entry("codec-", "RFC 3264 §6.1"));

  private final TrialTimes times;
  private final List<Step> out = new ArrayList<>();

  StepList(TrialTimes times) {
    this.times = times;
  }

  /** The steps so far. */
  List<Step> list() {
    return List.copyOf(out);
  }

  /** A step in which the phone's call is refused, and it is called back. */
  void back(
      String id, String number, String title, OfferSpec offer, boolean taken, List<Mark> marks) {
    OwnCall own =
        new OwnCall(
            "", number, offer, times.pause(), taken, TrialTimes.LONGEST_RINGING, times.hold());
    Treatment treatment =
        Treatment.ANSWERED.with(
            Treatment.refused(480, "We call you back").refusal(), Optional.of(own));
    add(id, number, title, "it refuses, and we call back", treatment, marks, Checks::answer);
  }

  /** A step in which the phone calls. */
  void add(
      String id,
      String number,
      String title,
      String what,
      Treatment treatment,
      List<Mark> marks,
      Step.Check... checks) {
    String todo = "Dial " + number + ": " + what;
    Weight weight = LESS.contains(id) ? Weight.RECOMMENDED : Weight.MANDATORY;
    Requirement requirement = new Requirement(id, title, weight, List.of(source(id)), facts(id));
    out.add(new Step(requirement, number, todo, treatment, marks, List.of(checks)));
  }

  /** The facts that a step rests on. */
  private static List<String> facts(String id) {
    boolean codecs = id.startsWith("codec-") || id.startsWith("call");
    List<String> security = List.of("srtp.default", "srtp.modes");
    return codecs ? List.of("codecs") : id.endsWith("rtp-only") ? security : List.of();
  }

  private static String source(String id) {
    return SOURCES.entrySet().stream()
        .filter(e -> id.startsWith(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("RFC 3261 §13");
  }
}
