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
import io.parley.profile.Panel;
import io.parley.profile.Profile;
import io.parley.profile.Ruling;
import io.parley.profile.SessionBody;
import io.parley.sdp.AnswerJudge;
import io.parley.sdp.Sdp;
import io.parley.sdp.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Judges the calls of a capture by profiles. Belongs to one thread. */
public final class Explainer {
  private static final int MOST_ALIKE = 1000;

  private final List<Profile> profiles;
  private final Panel panel;
  private final boolean named;

  /** Most calls of a capture break the same rules: what is alike is kept once. */
  private final Map<List<Object>, Rules> alike = new HashMap<>();

  /**
   * An explainer.
   *
   * @param profiles by which offers are judged
   * @param named whether the user chose them; else the far end is guessed, and its profile leads
   */
  public Explainer(List<Profile> profiles, boolean named) {
    this.profiles = List.copyOf(profiles);
    this.panel = new Panel(this.profiles);
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
    Legs legs = LegFinder.of(list.calls());
    return new Explanation(
        capture,
        profiles.stream().map(Profile::id).toList(),
        named,
        list.calls().stream().map(c -> call(c, legs.of(c))).toList());
  }

  private ExplainedCall call(CapturedCall call, Leg leg) {
    Invitation invitation = call.telling();
    Judged judged = new Judged(invitation.invite(), NumberPlan.OPEN, true, invitation.initial());
    Optional<Profile> farEnd = FarEnd.of(invitation, profiles);
    boolean whole = !invitation.request().cut();
    Rules rules = whole ? rules(judged, farEnd, invitation.status()) : Rules.NONE;
    return new ExplainedCall(
        call,
        invitation,
        farEnd.map(Profile::id),
        rules.broken(),
        rules.takenBy(),
        Meanings.of(invitation, farEnd.map(Profile::id)),
        judged.offer().map(o -> answerFaults(o, invitation)).orElse(List.of()),
        Remarks.of(invitation),
        Releases.of(call, invitation),
        leg);
  }

  private record Rules(List<BrokenRule> broken, List<String> takenBy) {
    static final Rules NONE = new Rules(List.of(), List.of());
  }

  private List<String> takenBy(List<BrokenRule> broken) {
    return profiles.stream()
        .map(Profile::id)
        .filter(p -> broken.stream().noneMatch(b -> b.by().containsKey(p)))
        .toList();
  }

  private record Place(Condition condition, OptionalInt line) {}

  private Rules rules(Judged judged, Optional<Profile> farEnd, int status) {
    Map<String, List<Ruling.Refuse>> all = panel.of(judged);
    Map<Place, Map<String, Ruling.Refuse>> found = new LinkedHashMap<>();
    farEnd.ifPresent(p -> add(p.id(), all.remove(p.id()), found));
    all.forEach((profile, refusals) -> add(profile, refusals, found));
    if (alike.size() > MOST_ALIKE) {
      alike.clear();
    }
    return alike.computeIfAbsent(key(found, status), k -> rules(found, status));
  }

  /** What is said of the rules, without what each refusal has of its own. */
  private static List<Object> key(Map<Place, Map<String, Ruling.Refuse>> found, int status) {
    List<Object> out = new ArrayList<>(List.of(status));
    found.forEach(
        (place, by) -> {
          out.add(place);
          by.forEach((profile, refusal) -> out.addAll(List.of(profile, refusal.explanation())));
        });
    return out;
  }

  private Rules rules(Map<Place, Map<String, Ruling.Refuse>> found, int status) {
    List<BrokenRule> out = new ArrayList<>();
    found.forEach((place, by) -> out.add(rule(place, by)));
    // What is refused as the far end did refuse comes first; a rule of the far end before others.
    out.sort(Comparator.comparing(b -> status >= 300 && b.refusedWith(status) ? 0 : 1));
    return new Rules(List.copyOf(out), takenBy(out));
  }

  private static void add(
      String profile, List<Ruling.Refuse> all, Map<Place, Map<String, Ruling.Refuse>> found) {
    all.forEach(
        r ->
            found
                .computeIfAbsent(
                    new Place(r.rule().condition(), r.sdpLine()), k -> new LinkedHashMap<>())
                .put(profile, r));
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
