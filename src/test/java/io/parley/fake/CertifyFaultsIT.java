package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.certify.Campaign;
import io.parley.certify.RequirementResult;
import io.parley.certify.State;
import io.parley.model.Case;
import io.parley.phone.Phone;
import io.parley.phone.Phones;
import io.parley.play.Player;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.scenario.Catalogue;
import io.parley.scenario.Contexts;
import io.parley.scenario.Loaded;
import io.parley.sip.SipMessage;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import io.parley.yaml.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What an SBC does wrong is what the certificate names, and nothing else. */
public class CertifyFaultsIT {
  private static final String PROFILE = "sipconnect";
  private static final int WORKERS = 8;

  /** Faults that show themselves by silence are waited for together. */
  private static final int CAMPAIGNS = 5;

  private static final Target.Timers TIMERS =
      new Target.Timers(Duration.ofSeconds(3), Duration.ofSeconds(6));

  private final ExecutorService pool = Executors.newFixedThreadPool(CAMPAIGNS);
  private final Map<String, Future<List<RequirementResult>>> campaigns = new LinkedHashMap<>();

  /** All of them are begun at once; each test looks at one. */
  @BeforeClass
  public void begin() {
    for (Object[] row : faults()) {
      FaultyPath.Fault fault = (FaultyPath.Fault) row[1];
      campaigns.put((String) row[0], pool.submit(() -> certified(fault)));
    }
  }

  @AfterClass
  public void end() {
    pool.shutdownNow();
  }

  private static final FaultyPath.Fault NONE = new FaultyPath.Fault() {};

  private static FaultyPath.Fault changing(String from, String to) {
    return new FaultyPath.Fault() {
      @Override
      public Optional<String> response(SipMessage response) {
        return Optional.of(response.text().replace(from, to));
      }
    };
  }

  private static FaultyPath.Fault swallowing(String method) {
    return new FaultyPath.Fault() {
      @Override
      public Optional<String> request(SipMessage request) {
        return Optional.of(request.text()).filter(t -> !request.method().equals(method));
      }
    };
  }

  private static FaultyPath.Fault dropping(int payloadType) {
    return new FaultyPath.Fault() {
      @Override
      public Optional<String> request(SipMessage request) {
        String sdp = request.text().substring(request.text().indexOf("\r\n\r\n") + 4);
        boolean offer =
            request.method().equals("INVITE") && sdp.contains("a=rtpmap:" + payloadType + " ");
        String without =
            sdp.replaceFirst("(m=audio \\d+ \\S+(?: \\d+)*?) " + payloadType + "\\b", "$1")
                .replaceFirst("a=rtpmap:" + payloadType + " [^\r]*\r\n", "");
        return Optional.of(offer ? FaultyPath.withBody(request, without) : request.text());
      }
    };
  }

  private static final FaultyPath.Fault REFUSES_HOLD =
      new FaultyPath.Fault() {
        @Override
        public Optional<String> answer(SipMessage request) {
          return Optional.of(request)
              .filter(r -> r.isRequest() && r.text().contains("a=sendonly"))
              .map(r -> Replies.bare(r, 488));
        }
      };

  private static final FaultyPath.Fault IGNORES_COPIES =
      new FaultyPath.Fault() {
        private final FaultyPath.Copies copies = new FaultyPath.Copies();

        @Override
        public Optional<String> request(SipMessage request) {
          return Optional.of(request.text()).filter(t -> !copies.isCopy(request));
        }
      };

  private static final FaultyPath.Fault LOSES_EVENTS =
      new FaultyPath.Fault() {
        @Override
        public Optional<String> response(SipMessage response) {
          String text = response.text();
          int body = text.indexOf("\r\n\r\n") + 4;
          String sdp = text.substring(body);
          boolean answer = sdp.contains("a=rtpmap:101 ");
          String without =
              sdp.replaceFirst("(m=audio [^\r]*) 101\\b", "$1")
                  .replaceFirst("a=rtpmap:101 [^\r]*\r\n", "")
                  .replaceFirst("a=fmtp:101 [^\r]*\r\n", "");
          return Optional.of(answer ? FaultyPath.withBody(response, without) : text);
        }
      };

  private static final FaultyPath.Fault KEEPS_BACK_PROGRESS =
      new FaultyPath.Fault() {
        @Override
        public Optional<String> response(SipMessage response) {
          return Optional.of(response.text()).filter(t -> response.status().orElse(0) != 183);
        }
      };

  private static final FaultyPath.Fault FORGETS_BINDINGS =
      new FaultyPath.Fault() {
        @Override
        public Optional<String> response(SipMessage response) {
          boolean register = response.cseqMethod().equals("REGISTER");
          return Optional.of(
              register
                  ? response.text().replaceFirst("(?i)\r\nContact:[^\r]*", "")
                  : response.text());
        }
      };

  @DataProvider
  public Object[][] faults() {
    return new Object[][] {
      {"none", NONE, Map.of()},
      {"drops G.722", dropping(9), Map.of("codec-order", "offer.codecs was [PCMU/8000, PCMA/8000")},
      {"drops PCMU", dropping(0), Map.of("codec-alone", "codec=PCMU", "codec-order", "codecs")},
      {"refuses hold", REFUSES_HOLD, Map.of("hold", "488")},
      {"ignores repeated requests", IGNORES_COPIES, Map.of("packet-lost", "certify-lost-answer")},
      {"loses telephone-event", LOSES_EVENTS, Map.of("dtmf-events", "telephone-event")},
      {"keeps 183 back", KEEPS_BACK_PROGRESS, Map.of("early-media", "183")},
      {"forgets who registered", FORGETS_BINDINGS, Map.of("register", "Contact", "call-in", "")},
      {"says 480 for 486", changing("SIP/2.0 486", "SIP/2.0 480"), Map.of("busy", "480")},
      {"says 500 for 603", changing("SIP/2.0 603", "SIP/2.0 500"), Map.of("declined", "500")},
      {"swallows INFO", swallowing("INFO"), Map.of("dtmf-info", "INFO")},
      {"swallows REFER", swallowing("REFER"), Map.of("transfer", "REFER")},
      {"swallows CANCEL", swallowing("CANCEL"), Map.of("cancelled", "CANCEL")},
      {
        "has no session timer",
        changing("Session-Expires:", "X-Session:"),
        Map.of("session-refresh", "Session-Expires")
      },
    };
  }

  @Test(dataProvider = "faults")
  public void aFaultIsNamedAndNothingElse(
      String name, FaultyPath.Fault fault, Map<String, String> expected) throws Exception {
    List<RequirementResult> results = campaigns.get(name).get();
    Map<String, String> notMet = new LinkedHashMap<>();
    results.stream()
        .filter(r -> r.state() == State.NOT_MET || r.state() == State.NOT_TESTED)
        .forEach(r -> notMet.put(r.requirement().id(), r.reason().orElse("")));
    assertThat(notMet).as("%s", name).containsOnlyKeys(expected.keySet());
    expected.forEach((id, words) -> assertThat(notMet.get(id)).as(id).contains(words));
    assertThat(results).filteredOn(r -> r.state() == State.MET).hasSizeGreaterThan(15);
  }

  private static List<RequirementResult> certified(FaultyPath.Fault fault) throws Exception {
    Profiles profiles = Profiles.shipped();
    Problems problems = new Problems();
    Phone phone = Phones.standard().find("yealink-t4x", problems).orElseThrow();
    Campaign campaign = Campaign.of(phone, profiles.get(PROFILE), problems);
    TargetPlan plan = new Targets(profiles).open("embedded");
    try (Player player = Player.open(PlayerOptions.loopback());
        Target sbc =
            plan.start(
                player.calleeAddress(), player.callerAddress(), player.secureCalleeAddress());
        FaultyPath path = FaultyPath.to(sbc.address(Optional.of(PROFILE)), fault)) {
      Target target = BehindPath.of(path, sbc, TIMERS);
      Loaded loaded =
          Catalogue.folder(
              Campaign.FOLDER,
              Contexts.at(
                      target,
                      profiles.names().stream().collect(Collectors.toMap(n -> n, profiles::chain)),
                      List.of(PROFILE))
                  .with(campaign.given()));
      assertThat(loaded.problems()).isEmpty();
      List<Case> cases = campaign.applicable(loaded.cases());
      player.attach(target, profiles, cases);
      return campaign.judge(played(cases, player));
    }
  }

  private static List<CaseResult> played(List<Case> cases, Player player) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(WORKERS);
    try {
      List<CaseResult> out = new ArrayList<>();
      for (Future<CaseResult> result :
          pool.invokeAll(
              cases.stream().<Callable<CaseResult>>map(c -> () -> player.play(c)).toList())) {
        out.add(result.get());
      }
      return out;
    } finally {
      pool.shutdownNow();
    }
  }
}
