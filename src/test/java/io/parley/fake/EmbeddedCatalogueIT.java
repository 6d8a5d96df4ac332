package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Capability;
import io.parley.model.Verdict;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.target.Correlation;
import io.parley.target.LocalSide;
import io.parley.target.Target;
import io.parley.target.Targets;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/** The shipped catalogue at the embedded SBC, as it should be and with its profiles mixed up. */
public class EmbeddedCatalogueIT {
  private static final List<Path> SHIPPED = List.of(Path.of("scenarios"));
  private static final List<String> PROFILES =
      List.of("teams-direct-routing", "teams-media-bypass", "zoom-byoc", "sipconnect");
  private static final int WORKERS = 32;

  @Test
  public void everyCaseThatAppliesPasses() throws Exception {
    List<CaseResult> results =
        Session.play(SHIPPED, PROFILES, WORKERS, new Targets(Profiles.shipped()).open("embedded"));
    assertThat(results)
        .filteredOn(r -> r.verdict() != Verdict.SKIPPED)
        .hasSizeGreaterThan(250)
        .allSatisfy(r -> assertThat(r.findings()).as("%s", r.played()).isEmpty())
        .allMatch(r -> r.verdict() == Verdict.PASSED, "passed");
    assertThat(results)
        .filteredOn(r -> r.verdict() == Verdict.SKIPPED)
        .allSatisfy(
            r ->
                assertThat(r.skip().orElse(""))
                    .as("%s", r.played())
                    .matches("(only for |no expectation for ).*|.*IPv6.*"));
    assertThat(scenarios(results, Verdict.PASSED))
        .as("played under one profile at least")
        .containsAll(scenarios(results, Verdict.SKIPPED));
  }

  /** Twilio without Secure Trunking takes plain RTP only, so that no secure control is answered. */
  @Test
  public void carriersRefuseAndTakeWhatScenariosSay() throws Exception {
    List<Path> aboutOffers =
        Stream.of("addressing", "auth", "codec", "number-format", "offer-model", "srtp")
            .map(Path.of("scenarios")::resolve)
            .toList();
    List<String> carriers =
        Profiles.shipped().names().stream()
            .filter(n -> !PROFILES.contains(n) && !n.equals("twilio"))
            .toList();
    List<CaseResult> results =
        Session.play(
            aboutOffers, carriers, WORKERS, new Targets(Profiles.shipped()).open("embedded"));
    assertThat(results)
        .filteredOn(r -> r.verdict() != Verdict.SKIPPED)
        .hasSizeGreaterThan(500)
        .allSatisfy(r -> assertThat(r.findings()).as("%s", r.played()).isEmpty())
        .allMatch(r -> r.verdict() == Verdict.PASSED, "passed");
  }

  private static Set<String> scenarios(List<CaseResult> results, Verdict verdict) {
    return results.stream()
        .filter(r -> r.verdict() == verdict)
        .map(r -> r.played().id().scenario())
        .collect(Collectors.toSet());
  }

  @Test
  public void anSbcThatBehavesLikeAnotherFarEndIsCaught() throws Exception {
    List<CaseResult> results =
        Session.play(SHIPPED, PROFILES, WORKERS, callees -> new MixedUp(embedded().apply(callees)));
    for (String profile : PROFILES) {
      assertThat(results)
          .filteredOn(r -> r.played().id().profile().equals(Optional.of(profile)))
          .as("cases of %s", profile)
          .anyMatch(r -> r.verdict() == Verdict.FAILED)
          .anyMatch(r -> r.verdict() == Verdict.PASSED);
    }
  }

  private static Function<InetSocketAddress, Target> embedded() {
    return new Targets(Profiles.shipped()).open("embedded")::start;
  }

  /** Sends the cases of each profile to the SBC of the next one. */
  private record MixedUp(Target right) implements Target {
    private static Optional<String> next(Optional<String> profile) {
      return profile.map(p -> PROFILES.get((PROFILES.indexOf(p) + 1) % PROFILES.size()));
    }

    @Override
    public String name() {
      return right.name();
    }

    @Override
    public List<String> profiles() {
      return right.profiles();
    }

    @Override
    public InetSocketAddress address(Optional<String> profile) {
      return right.address(next(profile));
    }

    @Override
    public List<Transport> transports() {
      return right.transports();
    }

    @Override
    public String uriHost(Optional<String> profile) {
      return right.uriHost(next(profile));
    }

    @Override
    public Map<String, String> numbers() {
      return right.numbers();
    }

    @Override
    public FarEnd farEnd() {
      return right.farEnd();
    }

    @Override
    public Optional<Correlation> correlation() {
      return right.correlation();
    }

    @Override
    public Limits limits() {
      return right.limits();
    }

    @Override
    public LocalSide local() {
      return right.local();
    }

    @Override
    public Timers timers() {
      return right.timers();
    }

    @Override
    public Set<InetAddress> mediaAddresses(Optional<String> profile) {
      return right.mediaAddresses(next(profile));
    }

    @Override
    public Optional<String> cannotJudge(String scenario, Optional<String> profile) {
      return right.cannotJudge(scenario, profile);
    }

    @Override
    public Set<Capability> capabilities() {
      return right.capabilities();
    }

    @Override
    public void close() {
      right.close();
    }
  }
}
