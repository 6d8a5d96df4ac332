package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Actor;
import io.parley.model.Outcome;
import io.parley.model.ReceiveStep;
import io.parley.model.SendStep;
import io.parley.model.StatusPattern;
import io.parley.model.Step;
import io.parley.model.Verdict;
import io.parley.profile.Judged;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.profile.Ruling;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.target.LabNumbers;
import io.parley.target.Targets;
import io.parley.wire.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Nothing in a main profile can be changed unnoticed: for each rule that is missing or refuses
 * otherwise, and each codec, suite, scheme or type more or less, there is a scenario that would
 * fail. The requests are those that crossed the wire when the catalogue was played; what a far end
 * with the change would say to each is what its profile rules.
 */
public class ProfileMutationIT {
  private static final List<String> PROFILES =
      List.of("teams-direct-routing", "teams-media-bypass", "zoom-byoc", "sipconnect");
  private static final List<Path> FILES =
      Stream.of(
              "addressing",
              "codec",
              "dtmf",
              "ice",
              "number-format",
              "offer-model",
              "sdp-grammar",
              "srtp",
              "call-control/busy.yaml",
              "call-control/cost-limited.yaml",
              "call-control/declined.yaml",
              "call-control/no-channel-left.yaml",
              "call-control/replaces-unknown.yaml",
              "call-control/server-error.yaml",
              "call-control/session-interval-raised.yaml",
              "robustness/request-content-length-long.yaml")
          .map(Path.of("scenarios")::resolve)
          .toList();
  private static final int ACCEPTED = 200;
  private static final int WORKERS = 16;

  private static final String ASKING = "INVITE|OPTIONS";
  private static final NumberPlan PLAN = plan();

  /** Changes that no call can show, and where. */
  private static final Map<String, List<String>> HIDDEN =
      Map.of(
          // A number without + is unknown as well, and gets the same 404.
          "number-format is not refused", PROFILES.subList(0, 3),
          "numbers ANY", PROFILES.subList(0, 3),
          // What is one of these is malformed, or unknown, too; the scenario allows either status.
          "payload-type-duplicate is not refused", List.of("zoom-byoc", "sipconnect"),
          "number-incomplete is not refused", List.of("sipconnect"),
          // A trunk may serve tel or not, and look for the dialog to be replaced or not.
          "URI without tel", List.of("sipconnect"),
          "replaces-unknown is not refused", List.of("zoom-byoc", "sipconnect"),
          // Calls with media bypass have no session timer, so that nobody may look at it.
          "session-interval-too-small is not refused", List.of("teams-media-bypass"),
          "least interval 0", List.of("teams-media-bypass"));

  private final Map<String, List<Asked>> asked = new HashMap<>();

  /**
   * A request of a case.
   *
   * @param said what the far end as it is says to it
   * @param allowed the responses to it that the case takes; that the offer was mended is none,
   *     since nobody is behind a far end
   */
  private record Asked(Judged judged, int said, List<StatusPattern> allowed) {
    boolean notices(Profile mutant) {
      int other = ProfileMutationIT.said(mutant, judged);
      return said != other && allowed.stream().noneMatch(p -> p.matches(other));
    }
  }

  @BeforeClass
  public void play() throws Exception {
    List<CaseResult> results =
        Session.play(FILES, PROFILES, WORKERS, new Targets(Profiles.shipped()).open("embedded"));
    for (CaseResult result : results) {
      if (result.verdict() == Verdict.PASSED) {
        String profile = result.played().id().profile().orElseThrow();
        asked.computeIfAbsent(profile, p -> new ArrayList<>()).addAll(asked(result, profile));
      }
    }
  }

  /** What the near side asked, each request with the responses that the script waits for. */
  private static List<Asked> asked(CaseResult result, String profile) {
    List<Asked> out = new ArrayList<>();
    for (Actor actor : result.played().scenario().actors().values()) {
      List<SipMessage> requests = requests(result, actor);
      List<List<StatusPattern>> awaited = awaited(result, actor);
      for (int i = 0; i < Math.min(requests.size(), awaited.size()); i++) {
        Judged judged = judged(requests.get(i));
        int said = said(right(profile), judged);
        if (awaited.get(i).stream().anyMatch(p -> p.matches(said))) {
          out.add(new Asked(judged, said, awaited.get(i)));
        }
      }
    }
    return out;
  }

  private static List<SipMessage> requests(CaseResult result, Actor actor) {
    return result.transcript().stream()
        .filter(e -> e.actor().equals(actor.name()) && actor.role() == Actor.Role.CALLER)
        .filter(e -> !e.cleanup() && !e.retransmission() && e.frame().way() == Frame.Way.OUT)
        .map(TranscriptEntry::message)
        .filter(m -> !m.isResponse() && m.method().matches(ASKING))
        .toList();
  }

  private static List<List<StatusPattern>> awaited(CaseResult result, Actor actor) {
    List<List<StatusPattern>> out = new ArrayList<>();
    for (Step step : result.played().scenario().steps()) {
      if (!step.actor().equals(actor.name())) {
        continue;
      }
      if (step instanceof SendStep.Request r && r.method().matches(ASKING)) {
        out.add(new ArrayList<>());
      } else if (!out.isEmpty() && step instanceof ReceiveStep.Response r) {
        out.get(out.size() - 1).addAll(r.status());
      } else if (!out.isEmpty() && step instanceof ReceiveStep.Expected e) {
        result.played().expected().get(e.name()).any().stream()
            .map(Outcome::status)
            .forEach(out.get(out.size() - 1)::addAll);
      }
    }
    return out;
  }

  private static Judged judged(SipMessage request) {
    return new Judged(request, PLAN, true, request.toTag().isEmpty());
  }

  private static NumberPlan plan() {
    Map<String, List<String>> roles = new HashMap<>();
    LabNumbers.BY_ROLE.forEach((role, number) -> roles.put(role, List.of(number)));
    roles.put("callee", List.of(LabNumbers.CALLEES));
    roles.put("caller", List.of(LabNumbers.CALLERS));
    return new NumberPlan(roles);
  }

  @DataProvider
  public Object[][] mutants() {
    return PROFILES.stream()
        .flatMap(
            p ->
                ProfileMutants.of(right(p)).entrySet().stream()
                    .map(m -> new Object[] {p, m.getKey(), m.getValue()}))
        .toArray(Object[][]::new);
  }

  private static Profile right(String name) {
    return Profiles.shipped().get(name).orElseThrow();
  }

  /**
   * Also what is said to be hidden is looked at: a scenario that shows it takes it off the list.
   */
  @Test(dataProvider = "mutants")
  public void aChangeIsNoticed(String profile, String what, Profile mutant) {
    boolean hidden = HIDDEN.getOrDefault(what, List.of()).contains(profile);
    assertThat(asked.get(profile).stream().anyMatch(a -> a.notices(mutant)))
        .as("%s: %s", profile, what)
        .isEqualTo(!hidden);
  }

  private static int said(Profile profile, Judged judged) {
    return profile.judge(judged) instanceof Ruling.Refuse r ? r.status() : ACCEPTED;
  }
}
