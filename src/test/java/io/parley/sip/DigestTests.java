package io.parley.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Against the worked examples of the RFCs, and what openssl computes of the same strings. */
public class DigestTests {
  private static final String RFC7616 =
      "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s,"
          + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
          + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
  private static final Credentials MUFASA = new Credentials("Mufasa", "Circle of Life");

  @DataProvider
  public Object[][] examples() {
    return new Object[][] {
      {"MD5", "8ca523f5e9506fed4657c9700eebdbec"},
      {"SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"},
    };
  }

  @Test(dataProvider = "examples")
  public void theExamplesOfRfc7616AreMet(String algorithm, String response) {
    String cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    String value =
        digest(MUFASA, RFC7616.formatted(algorithm))
            .value("GET", "/dir/index.html", new byte[0], cnonce, 1);
    assertThat(value)
        .contains("response=\"" + response + "\"", "qop=auth,", "nc=00000001")
        .contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
  }

  @Test
  public void theExampleOfRfc2617IsMet() {
    String asked =
        "Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\","
            + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"";
    Credentials mufasa = new Credentials("Mufasa", "Circle Of Life");
    assertThat(digest(mufasa, asked).value("GET", "/dir/index.html", new byte[0], "0a4f113b", 1))
        .contains("response=\"6629fae49393a05397450978507c4ef1\"")
        .doesNotContain("algorithm");
  }

  @DataProvider
  public Object[][] openssl() {
    return new Object[][] {
      {"", "4bb76bae336b2cbdcd2ffdc35629bf92"},
      {", algorithm=MD5-sess, qop=\"auth\"", "57c86aa6a9eed6fbd77b005a76c68de1"},
      {
        ", algorithm=SHA-256, qop=\"auth-int\"",
        "e596a6d928f3b834d23d98543dc4aaccd93c3590b07328971c133dabffd5053d"
      },
      {
        ", algorithm=SHA-512-256, qop=auth",
        "2d3d686e49a351dd7be5c9a1d466f2312a6fe4d4ce63faeaadf1626987243043"
      },
    };
  }

  @Test(dataProvider = "openssl")
  public void opensslComputesTheSame(String more, String response) {
    String asked = "Digest realm=\"r\", nonce=\"n\"" + more;
    Credentials alice = new Credentials("alice", "wonderland");
    assertThat(digest(alice, asked).value("REGISTER", "sip:example.com", "body".getBytes(), "c", 2))
        .contains("response=\"" + response + "\"");
  }

  @Test
  public void theFirstChallengeThatCanBeAnsweredIs() {
    List<Challenge> asked =
        challenges(
            "Basic realm=\"r\"",
            "Digest realm=\"r\", nonce=\"n\", algorithm=SHA3-256",
            "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256, qop=\"auth\", stale=TRUE",
            "Digest realm=\"r\", nonce=\"n\", algorithm=MD5, qop=\"auth\"");
    Optional<Digest> digest = Digest.of(asked, MUFASA);
    assertThat(digest.orElseThrow().challenge().parameter("algorithm")).contains("SHA-256");
    assertThat(digest.get().challenge().isStale()).isTrue();
    assertThat(digest.get().header()).isEqualTo("Authorization");
  }

  @DataProvider
  public Object[][] unanswerable() {
    return new Object[][] {
      {"Basic realm=\"r\""},
      {"Digest realm=\"r\""},
      {"Digest nonce=\"n\""},
      {"Digest realm=\"r\", nonce=\"n\", qop=\"auth-conf\""},
      {"Digest realm=\"r\", nonce=\"n\", algorithm=token"},
      {""},
      {"Digest"},
      {"\"\\"},
    };
  }

  @Test(dataProvider = "unanswerable")
  public void whatCannotBeAnsweredIsNot(String asked) {
    assertThat(Digest.of(challenges(asked), MUFASA)).isEmpty();
  }

  @Test
  public void quotesAreEscapedAndNoPasswordIsShown() {
    Credentials odd = new Credentials("a\"b", "secret");
    String value =
        digest(odd, "Digest realm=\"a \\\"quoted\\\" realm\", nonce=\"n\"")
            .value("INVITE", "sip:x", new byte[0], "c", 1);
    assertThat(value).contains("username=\"a\\\"b\"", "realm=\"a \\\"quoted\\\" realm\"");
    assertThat(odd.toString()).doesNotContain("secret");
  }

  private static Digest digest(Credentials who, String asked) {
    return Digest.of(challenges(asked), who).orElseThrow();
  }

  private static List<Challenge> challenges(String... asked) {
    StringBuilder text = new StringBuilder("SIP/2.0 401 Unauthorized\r\n");
    for (String value : asked) {
      text.append("WWW-Authenticate: ").append(value).append("\r\n");
    }
    return Challenge.of(SipMessage.of(text.append("\r\n").toString()));
  }
}
