package io.parley.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** A phone is found by its name or its file, and what is wrong with it is told with its place. */
public class PhonesTests {
  private static final Path NOWHERE = Path.of("target/no-such-folder");

  @DataProvider
  public Object[] shipped() {
    return Phones.SHIPPED.toArray();
  }

  @Test(dataProvider = "shipped")
  public void everyShippedPhoneIsSound(String name) {
    Problems problems = new Problems();
    assertThat(new Phones(NOWHERE).find(name, problems)).as(problems.list().toString()).isPresent();
  }

  @Test
  public void allPhonesOfTheFolderAreShipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios/phones"))) {
      assertThat(files.map(f -> f.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(Phones.SHIPPED);
    }
  }

  @Test
  public void everyClaimNamesItsSource() {
    for (String name : Phones.SHIPPED) {
      Phone phone = new Phones(NOWHERE).find(name, new Problems()).orElseThrow();
      phone.facts().forEach((place, fact) -> assertThat(stated(fact)).as(place).isTrue());
    }
  }

  private static boolean stated(Fact<?> fact) {
    return fact.isSourced() ? fact.source().isPresent() : fact.value().isPresent() || known(fact);
  }

  private static boolean known(Fact<?> fact) {
    return fact.unknown().filter(u -> !u.isBlank()).isPresent();
  }

  @Test
  public void anUnknownPhoneIsToldWithThoseThereAre() {
    assertThat(problemsOf("yealink-t4"))
        .singleElement()
        .asString()
        .startsWith("phone: unknown phone 'yealink-t4'. Did you mean 'yealink-t4x'? Phones: ")
        .contains("grandstream-grp26xx", "my-phone.yaml");
  }

  @Test
  public void aFileIsAPhoneToo() throws IOException {
    Path file = written("desk.yaml", sheet());
    Problems problems = new Problems();
    assertThat(new Phones(NOWHERE).find(file.toString(), problems).orElseThrow().id())
        .isEqualTo("desk");
  }

  @Test
  public void aFileThatIsMissingIsTold() {
    assertThat(problemsOf("target/none.yaml"))
        .singleElement()
        .asString()
        .contains("does not exist");
  }

  @DataProvider
  public Object[][] faults() {
    return new Object[][] {
      {"[PCMU, PCMA]", "[PCMV, PCMA]", ":5:9: codecs: unknown codec 'PCMV'. Did you mean 'PCMU'?"},
      {"[PCMU, PCMA]", "[PCMU, PCMU]", ":5:9: codecs: 'PCMU' is there twice"},
      {"[PCMU, PCMA]", "[]", ":5:9: codecs: expected at least one, found an empty list"},
      {"{ value: 20,", "{ value: 0,", ":7:8: ptime: expected 1 to 10000, found 0"},
      {"\"off\"", "on", ":9:21: value: expected one of off, optional, mandatory"},
      {"[\"off\"]", "[optional]", ":9:12: srtp.default: 'off' is none of its modes"},
      {"HMAC_SHA1_80", "HMAC_SHA1_8", "srtp.suites: unknown suite 'AES_CM_128_HMAC_SHA1_8'"},
      {"value: 101", "value: 200", "dtmf.payload-type: expected 96 to 127, found 200"},
      {"[rfc4733]", "[rfc2833]", "expected one of rfc4733, info, in-band, found 'rfc2833'"},
      {"\"^Desk\"", "\"^Wall\"", "matches: the value 'Desk 1.0' is not found by /^Wall/"},
      {"\"^Desk\"", "\"[\"", "matches: expected a regular expression, found '['"},
      {"value: Desk 1.0", "value: \"Desk\\r\\nVia: x\"", "value: expected one line of text"},
      {"User-Agent:", "User Agent:", "headers: expected a header name, found 'User Agent'"},
      {
        "observed, source: a trace }\nsrtp",
        "documented }\nsrtp",
        ":7:8: ptime: missing key 'source': what is documented says where"
      },
      {"ptime: { value", "ptime: { vlaue", "unknown key 'vlaue'. Did you mean 'value'?"},
      {
        "{ unknown: static }",
        "{ unknown: static, value: {} }",
        "expected 'value' with its confidence, or 'unknown: <where was looked>'"
      },
    };
  }

  @Test(dataProvider = "faults")
  public void aWrongFactIsToldWithItsPlace(String good, String wrong, String expected)
      throws IOException {
    assertThat(sheet()).contains(good);
    Path file = written("wrong.yaml", sheet().replace(good, wrong));
    assertThat(problemsOf(file.toString())).anySatisfy(p -> assertThat(p).contains(expected));
  }

  @Test
  public void aHeaderFitsByItsPatternOrByItsWords() {
    Phone phone = new Phones(NOWHERE).find("baresip", new Problems()).orElseThrow();
    HeaderHabit agent = phone.sheet().headers().get("User-Agent");
    HeaderHabit allow = phone.sheet().headers().get("Allow");
    assertThat(agent.fits("baresip v3.9.0 (arm64)")).isTrue();
    assertThat(agent.fits("Yealink SIP-T46S")).isFalse();
    assertThat(allow.fits(allow.value().replace(",", ", "))).isTrue();
    assertThat(allow.fits("INVITE, ACK")).isFalse();
  }

  private static List<String> problemsOf(String wanted) {
    Problems problems = new Problems();
    assertThat(new Phones(NOWHERE).find(wanted, problems)).isEmpty();
    return problems.list().stream().map(Object::toString).toList();
  }

  private static Path written(String name, String text) throws IOException {
    Path folder =
        Files.createDirectories(Path.of("target/phones-" + Thread.currentThread().getId()));
    return Files.writeString(folder.resolve(name), text);
  }

  private static String sheet() {
    return """
        phone: Desk phone
        vendor: Example
        models: [Desk 1]
        sources: [a trace]
        codecs: { value: [PCMU, PCMA], confidence: observed, source: a trace }
        payload-types: { unknown: static }
        ptime: { value: 20, confidence: observed, source: a trace }
        srtp:
          default: { value: "off", confidence: unverified }
          modes: { value: ["off"], confidence: unverified }
          suites: { value: [AES_CM_128_HMAC_SHA1_80], confidence: unverified }
        dtmf:
          methods: { value: [rfc4733], confidence: unverified }
          payload-type: { value: 101, confidence: unverified }
        transport: { value: [udp], confidence: unverified }
        registration:
          expires: { value: 600, confidence: unverified }
          outbound: { value: false, confidence: unverified }
        headers:
          User-Agent: { value: Desk 1.0, matches: "^Desk", confidence: observed, source: a trace }
        """;
  }
}
