package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.report.allure.ReportOptions;
import io.parley.report.allure.Reports;
import io.parley.result.CaseResult;
import io.parley.result.HookOutput;
import io.parley.result.RunInfo;
import io.parley.result.RunListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** No artefact of a run shows a secret, unless it was asked to. */
public class SecretsTests {
  private static final List<String> SECRETS =
      List.of(
          SampleResults.KEY,
          SampleResults.DIGEST,
          SampleResults.ICE_PASSWORD,
          SampleResults.URI_PASSWORD);

  @Test
  public void noFileOfARunHoldsASecret() throws IOException {
    Path out = run(Secrets.MASKED);
    for (Path file : files(out)) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(SECRETS).as("%s", file).noneMatch(text::contains);
    }
  }

  @Test
  public void keptSecretsAreThere() throws IOException {
    Path out = run(new Secrets(true, false));
    for (String secret : SECRETS) {
      assertThat(files(out)).as(secret).anyMatch(f -> holds(f, secret));
    }
  }

  @Test
  public void noFileHoldsANumberWhenNumbersAreMasked() throws IOException {
    Path out = run(new Secrets(false, true));
    for (Path file : files(out)) {
      assertThat(holds(file, "5550100")).as("%s", file).isFalse();
      assertThat(holds(file, "5550199")).as("%s", file).isFalse();
    }
    assertThat(files(out)).anyMatch(f -> holds(f, "+xxxxxx00"));
  }

  @Test
  public void masksKeepTheLengthOfEveryMessage() {
    for (CaseResult result : SampleResults.all()) {
      CaseResult masked = new Secrets(false, true).mask(result);
      for (int i = 0; i < result.transcript().size(); i++) {
        assertThat(masked.transcript().get(i).frame().bytes())
            .hasSameSizeAs(result.transcript().get(i).frame().bytes());
      }
    }
  }

  @DataProvider
  public Object[][] texts() {
    return new Object[][] {
      {"Authorization: Basic YWxpY2U6c2VjcmV0", "Authorization: Basic xxxxxxxxxxxxxxxx"},
      {
        "Authorization: Digest a=\"b\",response=\"12ab\"",
        "Authorization: Digest a=\"b\",response=\"xxxx\""
      },
      {"authentication-info: rspauth=\"12ab\"", "authentication-info: rspauth=\"xxxx\""},
      {
        "a=crypto:1 X inline:AbC+/=|2^20|1:4;inline:DeF|2^20",
        "a=crypto:1 X inline:xxxxxx|2^20|1:4;inline:xxx|2^20"
      },
      {"a=ice-pwd:abcdef", "a=ice-pwd:xxxxxx"},
      {"k=clear:secret", "k=clear:xxxxxx"},
      {"s=\u0130\r\nA=ICE-PWD:abcdef", "s=\u0130\r\nA=ICE-PWD:xxxxxx"},
      {"b=x\r\na=key-mgmt:mikey AQAF", "b=x\r\na=key-mgmt:mikey xxxx"},
      {"sip:bob:pa55@a.example;x=sips:b:pw@c", "sip:bob:xxxx@a.example;x=sips:b:xx@c"},
      {"<sip:bob:pa55@example.com:5060>", "<sip:bob:xxxx@example.com:5060>"},
      {
        "<sip:example.com:5060>, <sip:bob@example.com>",
        "<sip:example.com:5060>, <sip:bob@example.com>"
      },
      {"<sip:bob@[2001:db8::1]:5060>", "<sip:bob@[2001:db8::1]:5060>"},
      {"SIP/2.0 200 response to all", "SIP/2.0 200 response to all"},
      {"db_password=abc, next", "db_password=xxx, next"},
      {"{\"api-key\": \"abc\"}", "{\"api-key\": \"xxx\"}"},
      {"ACCESS_TOKEN: abc", "ACCESS_TOKEN: xxx"},
      {"ssh --password abc host", "ssh --password xxx host"},
      {"curl -u bob:abc host", "curl -u bob:xxx host"},
      {"sshpass -p abc ssh host", "sshpass -p xxx ssh host"},
      {"GET https://bob:abc@example.com/", "GET https://bob:xxx@example.com/"},
      {"sent bearer abcdefghijklmno1 on", "sent bearer xxxxxxxxxxxxxxxx on"},
      {"Reason: Q.850;text=\"bearer capability\"", "Reason: Q.850;text=\"bearer capability\""},
      {"the password is wrong, a token of trust", "the password is wrong, a token of trust"},
      {"credentials: { password-file: secret }", "credentials: { password-file: secret }"},
      {
        "-----BEGIN PRIVATE KEY-----\nMIIa+/=\nMIIb\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nxxxxxxxxxxxx\n-----END PRIVATE KEY-----"
      },
    };
  }

  @Test(dataProvider = "texts")
  public void onlyTheSecretIsMasked(String text, String masked) {
    assertThat(Secrets.MASKED.mask(text)).isEqualTo(masked);
  }

  @Test
  public void aSecretThatWasNamedIsMaskedWhereverItIsQuotedACommonWordIsNot() {
    assertThat(Secrets.MASKED.mask("password=pa55word, pa55word was wrong"))
        .isEqualTo("password=xxxxxxxx, xxxxxxxx was wrong");
    assertThat(Secrets.MASKED.mask("password: expected, as expected"))
        .isEqualTo("password: xxxxxxxx, as expected");
  }

  @Test
  public void aPasswordThatIsKnownIsMaskedWherever() {
    Secrets knowing = Secrets.MASKED.knowing(List.of("looking-glass"));
    assertThat(knowing.mask("it is looking-glass")).isEqualTo("it is xxxxxxxxxxxxx");
    assertThat(new Secrets(true, false).knowing(List.of("looking-glass")).mask("looking-glass"))
        .isEqualTo("looking-glass");
  }

  @Test
  public void variablesThatAreSecretsByTheirNameAreKnown() {
    assertThat(
            KnownSecrets.in(
                Map.of(
                    "CI_JOB_TOKEN", "glcbt-64_abc",
                    "TOKEN_FILE", "/run/token1",
                    "TOKEN_KIND", "bearer",
                    "HOME", "/root1234567890abcd")))
        .containsExactly("glcbt-64_abc");
  }

  @Test
  public void labelsNotesAndHooksOfARunAreMasked() {
    HookOutput hook =
        new HookOutput(
            "before-run",
            List.of("load", "--token", "t0ps3cret"),
            true,
            "ended",
            "t0ps3cret\r\nok\u001b[1m");
    RunInfo run =
        RunInfo.of("a", "b", "0", SampleResults.START)
            .software(Optional.of("S\u202eX"))
            .cases(1)
            .labels(Map.of("token", "t0ps3cret"))
            .before(Optional.of(hook))
            .notes(List.of("password=t0ps3cret\nand t0ps3cret"))
            .build();
    RunInfo masked = Secrets.MASKED.mask(run);
    assertThat(masked.toString())
        .doesNotContain("t0ps3cret")
        .doesNotContain("\u001b")
        .doesNotContain("\u202e");
    assertThat(masked.notes()).containsExactly("password=xxxxxxxxx\nand xxxxxxxxx");
    assertThat(masked.before().orElseThrow().text()).isEqualTo("xxxxxxxxx\nok\\x1b[1m");
  }

  /** A run of all samples without TestNG, so that Allure's results are the only thing missing. */
  private static Path run(Secrets secrets) throws IOException {
    Path out = Scratch.folder("secrets-");
    RunListener reports = new Reports(out, new ReportOptions(false, secrets));
    reports.runStarted(SampleResults.run(8));
    SampleResults.all().forEach(reports::caseFinished);
    reports.runFinished(false);
    return out;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
