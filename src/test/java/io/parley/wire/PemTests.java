package io.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.util.List;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Certificates and keys as openssl writes them. */
public class PemTests {
  private TestAuthority authority;
  private TestAuthority.Issued elliptic;
  private TestAuthority.Issued rsa;

  @BeforeClass
  public void make() {
    authority = new TestAuthority();
    elliptic = authority.issue("DNS:a.example.com");
    rsa = authority.selfSigned("DNS:a.example.com");
  }

  @DataProvider
  public Object[][] keys() {
    return new Object[][] {
      {elliptic, "PRIVATE KEY", List.of("pkey")},
      {elliptic, "EC PRIVATE KEY", List.of("ec")},
      {rsa, "PRIVATE KEY", List.of("pkey")},
      {rsa, "RSA PRIVATE KEY", List.of("rsa", "-traditional")},
    };
  }

  @Test(dataProvider = "keys")
  public void everyFormOfAKeyFitsItsCertificate(
      TestAuthority.Issued of, String label, List<String> command) {
    String text = authority.key(of, command.toArray(new String[0]));
    assertThat(text).contains("BEGIN " + label);
    List<X509Certificate> chain = Pem.certificates(TestAuthority.text(of.certificate()));
    assertThat(new TlsIdentity(chain, Pem.privateKey(text)).toString()).contains("parley");
  }

  @Test
  public void aKeyThatDoesNotFitIsRefused() {
    List<X509Certificate> chain = Pem.certificates(TestAuthority.text(rsa.certificate()));
    for (TestAuthority.Issued other : List.of(elliptic, authority.issue("DNS:b.example.com"))) {
      assertThatThrownBy(
              () -> new TlsIdentity(chain, Pem.privateKey(TestAuthority.text(other.key()))))
          .hasMessageContaining("not the key of the certificate");
    }
  }

  @Test
  public void anEncryptedKeySaysWhatToDo() {
    String text = authority.key(elliptic, "pkey", "-aes128", "-passout", "pass:x1y2z3");
    assertThatThrownBy(() -> Pem.privateKey(text))
        .hasMessageContaining("encrypted")
        .hasMessageContaining("openssl pkey");
  }

  @Test
  public void whatIsNeitherSaysWhatWasExpected() {
    assertThatThrownBy(() -> Pem.certificates("hello"))
        .hasMessageContaining("expected -----BEGIN CERTIFICATE-----");
    assertThatThrownBy(() -> Pem.privateKey(TestAuthority.text(elliptic.certificate())))
        .hasMessageContaining("expected -----BEGIN PRIVATE KEY-----");
    String broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";
    assertThatThrownBy(() -> Pem.certificates(broken)).hasMessageContaining("cannot be read");
    String noKey = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----";
    assertThatThrownBy(() -> Pem.privateKey(noKey)).hasMessageContaining("cannot be read");
  }

  @Test
  public void severalCertificatesKeepTheirOrder() {
    String chain =
        TestAuthority.text(elliptic.certificate()) + TestAuthority.text(authority.file());
    assertThat(Pem.certificates(chain))
        .hasSize(2)
        .last()
        .isEqualTo(authority.certificates().get(0));
  }
}
