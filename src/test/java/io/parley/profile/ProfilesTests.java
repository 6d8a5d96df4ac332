package io.parley.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.model.Evidence;
import io.parley.model.Problem;
import io.parley.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.Test;

public class ProfilesTests {
  private final Profiles shipped = Profiles.shipped();

  @Test
  public void everyFileInTheFolderIsShipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios", "profiles"))) {
      List<String> names =
          files.map(f -> f.getFileName().toString().replace(".yaml", "")).sorted().toList();
      assertThat(shipped.names()).containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  public void bypassIsDirectRoutingWithIceAndOpus() {
    Profile base = shipped.get("teams-direct-routing").orElseThrow();
    Profile bypass = shipped.get("teams-media-bypass").orElseThrow();
    assertThat(shipped.chain("teams-media-bypass"))
        .containsExactly("teams-media-bypass", "teams-direct-routing");
    assertThat(bypass.rules()).containsAll(base.rules()).hasSize(base.rules().size() + 2);
    assertThat(bypass.media().suites()).isEqualTo(base.media().suites());
    assertThat(bypass.media().iceRequired()).isTrue();
    assertThat(base.media().iceRequired()).isFalse();
  }

  @Test
  public void everyRuleNamesItsSource() {
    for (String name : shipped.names()) {
      Profile profile = shipped.get(name).orElseThrow();
      assertThat(profile.sources()).isNotEmpty();
      assertThat(profile.rules()).allSatisfy(r -> assertThat(r.source()).isNotBlank());
    }
    assertThat(shipped.get("zoom-byoc").orElseThrow().rules())
        .extracting(Rule::evidence)
        .doesNotContain(Evidence.DOCUMENTED);
  }

  @Test
  public void whichOptionsAFarEndWantsToSeeIsInherited() {
    KeepAlive base = shipped.get("teams-direct-routing").orElseThrow().keepAlive().orElseThrow();
    assertThat(base.within()).isEqualTo(Duration.ofMinutes(5));
    assertThat(base.source()).isNotBlank();
    assertThat(shipped.get("operator-connect").orElseThrow().keepAlive()).contains(base);
    assertThat(shipped.get("sipconnect").orElseThrow().keepAlive()).isEmpty();
  }

  @Test
  public void aFolderAddsProfilesAndReplacesRules() throws IOException {
    Path folder = Scratch.folder("profiles-");
    Files.writeString(
        folder.resolve("my-trunk.yaml"),
        """
        profile: My trunk
        extends: sipconnect
        codecs: [PCMA]
        refuse:
          - if: busy
            status: 600
            phrase: Busy Everywhere
            evidence: observed
            source: a trace
        """);
    Problems problems = new Problems();
    Profiles all = Profiles.load(folder, problems);
    assertThat(problems.list()).isEmpty();
    assertThat(all.names()).endsWith("my-trunk").hasSize(shipped.names().size() + 1);
    Profile mine = all.get("my-trunk").orElseThrow();
    Profile base = all.get("sipconnect").orElseThrow();
    assertThat(mine.rules()).hasSameSizeAs(base.rules());
    assertThat(mine.rule(Condition.BUSY).orElseThrow().status()).isEqualTo(600);
    assertThat(mine.allow()).isEqualTo(base.allow());
    assertThat(mine.acceptsOffer(Requests.offer("PCMU", "").getBytes())).isFalse();
  }

  @Test
  public void whatIsWrongWithAProfileIsToldWithItsPlace() throws IOException {
    Path folder = Scratch.folder("profiles-");
    Files.writeString(folder.resolve("a.yaml"), "profile: A\nextends: b\n");
    Files.writeString(folder.resolve("b.yaml"), "profile: B\nextends: a\n");
    Files.writeString(
        folder.resolve("c.yaml"),
        """
        profile: C
        refuse:
          - { if: no-comon-codec, status: 488, phrase: x, evidence: rfc, source: x }
          - { if: busy, status: 200, phrase: x, evidence: rfc, source: x }
        """);
    Files.writeString(folder.resolve("d.yaml"), "profile: D\nextends: nobody\n");
    Files.writeString(
        folder.resolve("e.yaml"),
        "profile: E\nkeepalive: { every: 6m, within: 5m, then: x, evidence: rfc, source: x }\n");
    Problems problems = new Problems();
    Profiles all = Profiles.load(folder, problems);
    assertThat(all.names()).containsExactlyElementsOf(shipped.names());
    assertThat(problems.list().stream().map(Problem::toString))
        .anyMatch(
            p ->
                p.contains("a.yaml:1:1: extends: the profile 'b' extends itself")
                    || p.contains("b.yaml:1:1: extends: the profile 'a' extends itself"))
        .anyMatch(p -> p.contains("c.yaml:3:") && p.contains("Did you mean 'no-common-codec'"))
        .anyMatch(p -> p.contains("c.yaml:4:") && p.contains("expected a status of 300 to 699"))
        .anyMatch(p -> p.contains("e.yaml:2:") && p.contains("found 360.0 s of 300.0 s"))
        .anyMatch(p -> p.contains("d.yaml:1:1: extends: the profile 'nobody' is not known"));
  }

  /** A word that is none, a demand that nobody acts on, a profile that takes no call at all. */
  @Test
  public void aProfileThatCannotActIsToldWithWhatToDo() throws IOException {
    Path folder = Scratch.folder("profiles-");
    Files.writeString(
        folder.resolve("a.yaml"),
        """
        profile: A
        extends: rfc-trnk
        codecs: [PCMA]
        """);
    Files.writeString(
        folder.resolve("b.yml"),
        """
        profile: B
        extends: rfc-trunk
        codecs: [PCMA, PCMV, "a b"]
        srtp: { required: true, suites: [AES_CM_128_HMAC_SHA80] }
        """);
    Files.writeString(folder.resolve("c.yaml"), "profile: C\nextends: rfc-trunk\nice: required\n");
    Files.writeString(folder.resolve("d.yaml"), "profile: D\nsrtp: { required: true }\n");
    Problems problems = new Problems();
    Profiles all = Profiles.load(folder, problems);
    assertThat(all.names()).containsExactlyElementsOf(shipped.names());
    assertThat(problems.list().stream().map(p -> p.toString().replaceFirst(".*/(?=[a-d][.]y)", "")))
        .satisfiesExactly(
            p ->
                assertThat(p)
                    .startsWith(
                        "a.yaml:1:1: extends: the profile 'rfc-trnk' is not known. Did you mean"
                            + " 'rfc-trunk'? Profiles: "),
            p ->
                assertThat(p)
                    .startsWith(
                        "b.yml:3:16: codecs: unknown codec 'PCMV'. Did you mean 'PCMU'? A codec of"
                            + " another name needs its clock: PCMV/8000. Known: "),
            p -> assertThat(p).startsWith("b.yml:3:22: codecs: expected name[/clock"),
            p ->
                assertThat(p)
                    .startsWith(
                        "b.yml:4:34: suites: unknown crypto suite 'AES_CM_128_HMAC_SHA80'. Did you"
                            + " mean 'AES_CM_128_HMAC_SHA1_80'? Known: "),
            p ->
                assertThat(p)
                    .startsWith(
                        "c.yaml:1:1: ice: required: no rule says how an offer without it is"
                            + " refused. Add one under refuse: { if: ice-missing,"),
            p -> assertThat(p).startsWith("d.yaml:1:1: missing key 'codecs'. Say which"),
            p -> assertThat(p).startsWith("d.yaml:1:1: srtp: required: no rule says"));
  }
}
