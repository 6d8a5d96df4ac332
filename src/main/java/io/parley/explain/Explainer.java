package io.parley.explain;

import io.parley.capture.CallList;
import io.parley.capture.Capture;
import io.parley.capture.CapturedCall;
import io.parley.capture.Emptiness;
import io.parley.capture.Invitation;
import io.parley.diagnosis.RuleAdvice;
import io.parley.profile.Condition;
import io.parley.profile.Judged;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profile;
import io.parley.profile.Ruling;
import io.parley.profile.SessionBody;
import io.parley.sdp.AnswerJudge;
import io.parley.sdp.Sdp;
import io.parley.sdp.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Judges the calls of a capture by profiles. */
public final class Explainer {
  private final List<Profile> profiles;
  private final boolean named;

  /**
   * An explainer.
   *
   * @param profiles by which offers are judged
   * @param named whether the user chose them; else the far end is guessed, and its profile leads
   */
  public Explainer(List<Profile> profiles, boolean named) {
    this.profiles = List.copyOf(profiles);
    this.named = named;
  }

  /**
   * Explains a capture.
   *
   * @throws io.parley.capture.CaptureException when there is no call in it
   */
  public Explanation explain(Capture capture) {
    CallList list = CallList.of(capture.messages());
    if (list.calls().isEmpty()) {
      throw Emptiness.of(capture, list);
    }
    return new Explanation(
        capture,
        profiles.stream().map(Profile::id).toList(),
        named,
        list.calls().stream().map(c -> call(c, list.calls())).toList());
  }

  private ExplainedCall call(CapturedCall call, List<CapturedCall> all) {
    Invitation invitation = call.telling();
    Judged judged = new Judged(invitation.invite(), NumberPlan.OPEN, true, invitation.initial());
    Optional<Profile> farEnd = FarEnd.of(invitation, profiles);
    boolean whole = !invitation.request().cut();
    List<BrokenRule> broken = whole ? broken(judged, farEnd, invitation.status()) : List.of();
    Optional<Sdp> offer = judged.offer();
    return new ExplainedCall(
        call,
        invitation,
        offer,
        farEnd.map(Profile::id),
        broken,
        profiles.stream()
            .map(Profile::id)
            .filter(p -> whole && broken.stream().noneMatch(b -> b.by().containsKey(p)))
            .toList(),
        Meanings.of(invitation, farEnd.map(Profile::id)),
        offer.map(o -> answerFaults(o, invitation)).orElse(List.of()),
        Stream.concat(Remarks.of(invitation).stream(), Onward.of(call, all).stream()).toList());
  }

  private record Place(Condition condition, OptionalInt line) {}

  private List<BrokenRule> broken(Judged judged, Optional<Profile> farEnd, int status) {
    Map<Place, Map<String, Ruling.Refuse>> found = new LinkedHashMap<>();
    Stream.concat(farEnd.stream(), profiles.stream())
        .distinct()
        .forEach(
            p ->
                p.objections(judged)
                    .forEach(
                        r ->
                            found
                                .computeIfAbsent(
                                    new Place(r.rule().condition(), r.sdpLine()),
                                    k -> new LinkedHashMap<>())
                                .put(p.id(), r)));
    List<BrokenRule> out = new ArrayList<>();
    found.forEach((place, by) -> out.add(rule(place, by)));
    // What is refused as the far end did refuse comes first; a rule of the far end before others.
    out.sort(Comparator.comparing(b -> status >= 300 && b.refusedWith(status) ? 0 : 1));
    return List.copyOf(out);
  }

  private static BrokenRule rule(Place place, Map<String, Ruling.Refuse> by) {
    return new BrokenRule(
        by.values().iterator().next(), by, RuleAdvice.of(place.condition().label()));
  }

  private static List<Violation> answerFaults(Sdp offer, Invitation invitation) {
    if (!invitation.accepted()) {
      return List.of();
    }
    // An answer may have come in a provisional response that was made reliable (RFC 3262 §5).
    Optional<Sdp> answer =
        Stream.concat(invitation.answer().stream(), invitation.provisional().stream())
            .filter(m -> !m.cut())
            .flatMap(m -> SessionBody.of(m.message()).sdp().stream())
            .findFirst();
    return answer.map(a -> AnswerJudge.judge(offer, a)).orElse(List.of());
  }
}
