package io.parley.certify;

import io.parley.phone.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was shown of a phone and an SBC.
 *
 * @param subject what it is about
 * @param results every requirement, in the order of the catalogue
 * @param remarks what the tester should know besides: how the phone was set up, for example
 */
public record Certificate(Subject subject, List<RequirementResult> results, List<String> remarks) {

  /** What is to be said of it in one word or two. */
  public Conclusion conclusion() {
    if (mandatory(State.NOT_MET)) {
      return Conclusion.NOT_CERTIFIED;
    }
    boolean shown = results.stream().anyMatch(r -> r.state() == State.MET);
    if (!shown || mandatory(State.NOT_TESTED)) {
      return Conclusion.NOT_TESTED;
    }
    return reservations().isEmpty() ? Conclusion.CERTIFIED : Conclusion.WITH_RESERVATIONS;
  }

  /**
   * Everything that stands between it and a plain certificate, one line each; why is in the
   * results.
   */
  public List<String> reservations() {
    List<String> out = new ArrayList<>();
    results.stream().filter(Certificate::isReserved).forEach(r -> out.add(line(r)));
    unsourced().forEach((place, fact) -> out.add("fact " + place + " of the phone is " + fact));
    return List.copyOf(out);
  }

  /** How the facts stand that requirements rest on which were played, and that have no source. */
  public Map<String, String> unsourced() {
    TreeSet<String> used = new TreeSet<>();
    results.stream()
        .filter(RequirementResult::isPlayed)
        .forEach(r -> used.addAll(r.requirement().facts()));
    Map<String, String> out = new java.util.LinkedHashMap<>();
    for (Map.Entry<String, Fact<?>> e : subject.phone().facts().entrySet()) {
      boolean rests = used.stream().anyMatch(u -> covers(u, e.getKey()));
      if (rests && !e.getValue().isSourced()) {
        out.put(e.getKey(), e.getValue().standing());
      }
    }
    return out;
  }

  /** The remarks, and what is not known of the phone though nothing that was played rests on it. */
  public List<String> notes() {
    List<String> out = new ArrayList<>(remarks);
    Map<String, String> reserved = unsourced();
    subject
        .phone()
        .facts()
        .forEach(
            (place, fact) ->
                fact.unknown()
                    .filter(why -> !reserved.containsKey(place))
                    .ifPresent(why -> out.add(place + " is not known: " + why)));
    return List.copyOf(out);
  }

  /**
   * What is mandatory and not met, or could not be tested, one line each; where nothing could be
   * played, why.
   */
  public List<String> obstacles() {
    List<String> out = new ArrayList<>();
    for (State state : List.of(State.NOT_MET, State.NOT_TESTED)) {
      results.stream()
          .filter(r -> r.isMandatory() && r.state() == state)
          .forEach(r -> out.add(line(r)));
    }
    if (results.stream().noneMatch(RequirementResult::isPlayed)) {
      out.add("nothing was played: " + usualReason());
    }
    return List.copyOf(out);
  }

  private String usualReason() {
    Map<String, Long> reasons =
        results.stream()
            .flatMap(r -> r.reason().stream())
            .collect(Collectors.groupingBy(w -> w, Collectors.counting()));
    return reasons.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("there is no requirement");
  }

  private boolean mandatory(State state) {
    return results.stream().anyMatch(r -> r.isMandatory() && r.state() == state);
  }

  /** What is recommended and did not work, and what is mandatory and was not shown. */
  private static boolean isReserved(RequirementResult r) {
    return switch (r.state()) {
      case NOT_MET, NOT_TESTED -> !r.isMandatory();
      case NOT_SHOWN -> r.isMandatory();
      case MET, NOT_APPLICABLE -> false;
    };
  }

  private static String line(RequirementResult r) {
    return r.requirement().id() + ": " + r.state();
  }

  /** {@code srtp} covers all facts below it. */
  private static boolean covers(String named, String place) {
    return place.equals(named) || place.startsWith(named + ".");
  }
}
