package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.model.Case;
import io.parley.model.Control;
import io.parley.model.ReceiveStep;
import io.parley.model.SendStep;
import io.parley.model.SrtpSpec;
import io.parley.model.Step;
import io.parley.scenario.context.LoadContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.testng.SkipException;
import org.testng.annotations.Test;

public class CatalogueTests {
  private static final String KEYED =
      """
      scenario: An offer without SRTP is refused
      id: srtp-none
      offer: { base: secure, srtp: none }
      expect:
        teams-direct-routing: { status: 488 }
        zoom-byoc: { status: 606 }
      """;
  private static final String FLAT =
      """
      scenario: Busy
      id: busy
      offer: plain
      to: "${numbers.busy}"
      expect: { status: 486 }
      """;

  private static Loaded load(LoadContext context, String... texts) {
    Loaded loaded = ScenarioTexts.load(context, texts);
    assertThat(loaded.problems()).isEmpty();
    return loaded;
  }

  @Test
  public void aKeyedExpectationIsLookedUpThroughTheExtendsChain() {
    List<Case> cases = load(Contexts.full(), KEYED).cases();
    assertThat(cases)
        .extracting(c -> c.id() + " " + c.expected().keySet() + " " + c.skip().orElse("play"))
        .containsExactly(
            "srtp-none@teams-direct-routing [] play",
            "srtp-none@teams-media-bypass [] play",
            "srtp-none@zoom-byoc [] play",
            "srtp-none@sipconnect [] no expectation for sipconnect");
    assertThat(cases.get(1).expected().get("").any().get(0).status()).hasToString("[488]");
    assertThat(cases.get(3).expected()).isEmpty();
  }

  @Test
  public void defaultStandsForAllProfilesNotNamed() {
    String text = KEYED + "  default: { status: 200 }\n";
    List<Case> cases = load(Contexts.selecting("sipconnect"), text).cases();
    assertThat(cases.get(0).expected().get("").any().get(0).status()).hasToString("[200]");
  }

  @Test
  public void withoutAProfileOnlyFlatExpectationsArePlayed() {
    List<Case> cases = load(Contexts.selecting(), KEYED, FLAT).cases();
    assertThat(cases)
        .extracting(c -> c.id() + " " + c.skip().isPresent())
        .containsExactly("srtp-none true", "busy false");
  }

  @Test
  public void aFlatExpectationIsPlayedOnceUnderEachProfile() {
    List<Case> cases = load(Contexts.selecting("zoom-byoc", "sipconnect"), FLAT).cases();
    assertThat(cases)
        .extracting(c -> c.id().toString())
        .containsExactly("busy@zoom-byoc", "busy@sipconnect");
  }

  @Test
  public void theShortFormIsOneInviteAndWhatIsExpected() {
    Case one = load(Contexts.full(), KEYED).cases().get(0);
    assertThat(one.scenario().steps()).hasSize(2);
    SendStep.Request send = (SendStep.Request) one.scenario().steps().get(0);
    assertThat(send.method()).isEqualTo("INVITE");
    assertThat(send.to()).contains("${numbers.callee}");
    assertThat(one.scenario().steps().get(1)).isInstanceOf(ReceiveStep.Expected.class);
    assertThat(one.scenario().actors().get("caller").number()).contains("+15550100010");
    assertThat(one.scenario().actors().get("caller").offer().orElseThrow().srtp().orElseThrow())
        .hasToString("None[]");
  }

  @Test
  public void numbersAreFilledInUnlessTheyAreLeased() {
    Case one = load(Contexts.full(), FLAT).cases().get(0);
    assertThat(((SendStep.Request) one.scenario().steps().get(0)).to()).contains("+15550100012");
    Case unleased = load(Contexts.setting(Map.of(), Map.of()), KEYED).cases().get(0);
    assertThat(((SendStep.Request) unleased.scenario().steps().get(0)).to())
        .contains("+15550100011");
  }

  @Test
  public void aNumberThatTheTargetLacksSkipsTheCaseWithTheReason() {
    String text = FLAT.replace("numbers.busy", "numbers.voicemail");
    assertThat(load(Contexts.selecting("zoom-byoc"), text).cases().get(0).skip())
        .contains("the target has no number 'voicemail'");
  }

  @Test
  public void theControlOfARefusalIsItsBaseWithoutTheFault() {
    Case one = load(Contexts.full(), KEYED).cases().get(0);
    assertThat(one.scenario().controlOffer().orElseThrow().name()).isEqualTo("secure");
    assertThat(one.scenario().controlOffer().orElseThrow().offer().srtp().orElseThrow())
        .extracting(SrtpSpec::suites)
        .isEqualTo(List.of("AES_CM_128_HMAC_SHA1_80"));
  }

  @Test
  public void aRefusalWithoutABaseHasAControlThatEveryProfileAccepts() {
    String text = FLAT.replace("offer: plain", "offer: none");
    assertThat(load(Contexts.selecting("zoom-byoc"), text).cases().get(0).scenario().controlOffer())
        .hasValueSatisfying(o -> assertThat(o.name()).isEqualTo("secure-ice"));
    assertThat(load(Contexts.selecting(), text).cases().get(0).scenario().controlOffer())
        .hasValueSatisfying(o -> assertThat(o.name()).isEqualTo("plain"));
  }

  @Test
  public void anAcceptedCallNeedsNoControl() {
    String text = FLAT.replace("486", "200");
    assertThat(load(Contexts.full(), text).cases().get(0).scenario().controlOffer()).isEmpty();
    String none = FLAT + "control: none\n";
    Case one = load(Contexts.full(), none).cases().get(0);
    assertThat(one.scenario().controlOffer()).isEmpty();
    assertThat(one.scenario().control()).isEqualTo(new Control.None());
  }

  @Test
  public void whatIsWrongOnPurposeMakesAScenarioMalformed() {
    String header = FLAT + "mutate: [{ drop-header: Via }]\n";
    String sdp = FLAT.replace("offer: plain", "offer: { base: plain, mutate: [{ drop: c= }] }");
    String raw =
        "scenario: Raw\nid: raw\nraw: |\n  INVITE sip:x SIP/2.0\nexpect: { status: silence }\n";
    assertThat(malformed(header)).isTrue();
    assertThat(malformed(sdp)).isTrue();
    assertThat(malformed(raw)).isTrue();
    assertThat(malformed(FLAT)).isFalse();
  }

  private static boolean malformed(String text) {
    return load(Contexts.full(), text).cases().get(0).scenario().malformed();
  }

  @Test
  public void aRawScenarioSendsItsText() {
    String raw =
        "scenario: Raw\nid: raw\nraw: |\n  FOO sip:x SIP/2.0\n\nexpect: { status: silence }\n";
    Step step = load(Contexts.full(), raw).cases().get(0).scenario().steps().get(0);
    assertThat(((SendStep.Raw) step).message().content()).startsWith("FOO sip:x SIP/2.0\n");
  }

  @Test
  public void theCategoryIsTheFolder() {
    Path file = Path.of("scenarios/srtp/srtp-none.yaml");
    Loaded loaded = Catalogue.load(List.of(file), Contexts.full());
    assertThat(loaded.scenarios().get(0).category()).isEqualTo("srtp");
    assertThat(loaded.scenarios().get(0).at().file()).isEqualTo("scenarios/srtp/srtp-none.yaml");
  }

  @Test
  public void aFileNamedTwiceIsReadOnce() {
    Path file = Path.of("scenarios/srtp/srtp-none.yaml");
    Loaded loaded = Catalogue.load(List.of(file, Path.of("scenarios/srtp"), file), Contexts.full());
    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  public void anUnknownProfileIsAProblem() {
    Loaded loaded = ScenarioTexts.load(Contexts.selecting("zoom-bioc"), FLAT);
    assertThat(loaded.problems()).extracting(Object::toString).hasSize(1);
    assertThat(loaded.problems().get(0).toString())
        .startsWith("--profile: unknown profile 'zoom-bioc'. Did you mean 'zoom-byoc'?");
  }

  @Test
  public void pathsThatAreNotThereAreProblems() {
    Loaded loaded = Catalogue.load(List.of(Path.of("no/such.yaml")), Contexts.full());
    assertThat(loaded.problems())
        .extracting(Object::toString)
        .containsExactly("no/such.yaml: cannot read the file: it does not exist");
  }

  @Test
  public void aFileThatCannotBeReadIsAProblem() throws IOException {
    // A link to itself cannot be read by anybody, root included.
    Path link = Scratch.folder("loop-").resolve("loop.yaml");
    Files.createSymbolicLink(link, link.getFileName());
    Loaded loaded = Catalogue.load(List.of(link), Contexts.full());
    assertThat(loaded.problems()).hasSize(1);
    assertThat(loaded.problems().get(0).toString())
        .startsWith(link + ": cannot read the file: ")
        .doesNotContain("Exception");
  }

  @Test
  public void aFileThatMayNotBeReadIsAProblem() throws IOException {
    Path file = Scratch.file("secret-", ".yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    try {
      if (Files.isReadable(file)) {
        throw new SkipException("this user may read every file");
      }
      Loaded loaded = Catalogue.load(List.of(file), Contexts.full());
      assertThat(loaded.problems().get(0).message())
          .isEqualTo("cannot read the file: permission denied");
    } finally {
      Files.delete(file);
    }
  }
}
