package io.parley.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Who may pass an authenticator, and what the others are asked. */
public class AuthenticatorTests {
  private static final Credentials ALICE = new Credentials("alice", "Mufasa");
  private static final String URI = "sip:sbc.example.com";
  private final Authenticator authenticator = new Authenticator("lab", ALICE);

  @Test
  public void theFirstRequestIsChallengedPreferredAlgorithmFirst() {
    List<HeaderField> challenges = authenticator.challenge(register(""));
    assertThat(challenges).hasSize(2).allMatch(h -> h.name().equals("WWW-Authenticate"));
    assertThat(challenges.get(0).value())
        .startsWith("Digest realm=\"lab\", nonce=\"")
        .contains("algorithm=SHA-256, qop=\"auth\"")
        .doesNotContain("stale");
    assertThat(challenges.get(1).value()).contains("algorithm=MD5");
  }

  @DataProvider
  public Object[][] algorithms() {
    return new Object[][] {{0}, {1}};
  }

  @Test(dataProvider = "algorithms")
  public void theRightAnswerPasses(int which) {
    assertThat(authenticator.challenge(register(answer(asked(which), ALICE)))).isEmpty();
  }

  @DataProvider
  public Object[][] wrongAnswers() {
    return new Object[][] {
      {answer(asked(0), new Credentials("alice", "wrong"))},
      {answer(asked(0), new Credentials("bob", "Mufasa"))},
      {answer(asked(0).replace("realm=\"lab\"", "realm=\"other\""), ALICE)},
      {answer(asked(0), ALICE).replaceAll("response=\"[^\"]*\"", "response=\"\"")},
      {answer(asked(0), ALICE).replace("uri=\"sip:", "uri=\"sips:")},
      {"Basic YWxpY2U6TXVmYXNh"},
      {"Digest"},
      {"Digest username=\"alice\", nc=zz, response=\"0\", realm=\"lab\", nonce=\"\""},
    };
  }

  @Test(dataProvider = "wrongAnswers")
  public void aWrongAnswerIsChallengedAgain(String authorization) {
    assertThat(authenticator.challenge(register(authorization)))
        .hasSize(2)
        .noneMatch(h -> h.value().contains("stale"));
  }

  @Test
  public void theRightAnswerToAnotherNonceIsStale() {
    String foreign = asked(0).replaceAll("nonce=\"[^\"]*\"", "nonce=\"never-given\"");
    assertThat(authenticator.challenge(register(answer(foreign, ALICE))))
        .hasSize(2)
        .allMatch(h -> h.value().endsWith(", stale=true"));
  }

  @Test
  public void noncesDifferAndOldOnesAreForgotten() {
    String first = asked(0);
    List<String> nonces = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      nonces.add(nonce(asked(0)));
    }
    assertThat(nonces).doesNotHaveDuplicates();
    assertThat(authenticator.challenge(register(answer(first, ALICE))))
        .allMatch(h -> h.value().contains("stale=true"));
  }

  private static String nonce(String challenge) {
    Matcher m = Pattern.compile("nonce=\"([^\"]+)\"").matcher(challenge);
    assertThat(m.find()).isTrue();
    return m.group(1);
  }

  private String asked(int which) {
    return authenticator.challenge(register("")).get(which).value();
  }

  private static String answer(String challenge, Credentials credentials) {
    Challenge asked = Challenge.read(challenge, false);
    return new Digest(asked, credentials).value("REGISTER", URI, new byte[0], "c", 1);
  }

  private static SipMessage register(String authorization) {
    String header = authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n";
    String text = "REGISTER " + URI + " SIP/2.0\r\n" + header + "Content-Length: 0\r\n\r\n";
    return SipMessage.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
