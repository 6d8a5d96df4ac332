package io.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.Scratch;
import io.parley.peer.Installed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.Test;

/** Certificates of our own making, read by the Java runtime and by OpenSSL. */
public class LabAuthorityTests {
  private final LabAuthority authority = new LabAuthority("Lab authority");

  @Test
  public void opensslReadsAndVerifiesWhatWeWrote() throws Exception {
    X509Certificate made =
        authority
            .issue(CertificateWish.good("sbc.example.com", "*.lab.example.com", "127.0.3.1", "::1"))
            .chain()
            .get(0);
    Path ca = pem(authority.certificate());
    Path own = pem(made);
    assertThat(openssl("verify", "-CAfile", ca.toString(), own.toString())).contains(": OK");
    assertThat(openssl("x509", "-in", own.toString(), "-noout", "-text"))
        .contains("Version: 3", "CN = sbc.example.com", "Issuer: CN = Lab authority")
        .contains("DNS:sbc.example.com, DNS:*.lab.example.com, IP Address:127.0.3.1")
        .contains("IP Address:0:0:0:0:0:0:0:1")
        .contains("TLS Web Server Authentication, TLS Web Client Authentication")
        .contains("Digital Signature");
  }

  @Test
  public void theRuntimeFindsWhatIsWrongOnPurpose() throws Exception {
    X509Certificate expired =
        authority.issue(CertificateWish.good("a.example.com").expired()).chain().get(0);
    assertThatThrownBy(expired::checkValidity).isInstanceOf(CertificateExpiredException.class);
    X509Certificate client =
        authority.issue(CertificateWish.good("a.example.com").clientOnly()).chain().get(0);
    assertThat(client.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    X509Certificate own =
        LabAuthority.selfSigned(CertificateWish.good("a.example.com")).chain().get(0);
    own.verify(own.getPublicKey());
    assertThat(authority.certificate().getBasicConstraints()).isGreaterThan(0);
  }

  @Test
  public void whatASubordinateIssuesIsVerifiedWithItsCertificateOnly() throws Exception {
    LabAuthority below = authority.subordinate("Issuing authority");
    X509Certificate made = below.issue(CertificateWish.good("sbc.example.com")).chain().get(0);
    String ca = pem(authority.certificate()).toString();
    String between = pem(below.certificate()).toString();
    String own = pem(made).toString();
    assertThat(openssl("verify", "-CAfile", ca, "-untrusted", between, own)).contains(": OK");
    assertThat(openssl("verify", "-CAfile", ca, own)).contains("unable to get local issuer");
  }

  private static Path pem(X509Certificate certificate) throws Exception {
    Path out = Scratch.file("lab-", ".pem");
    out.toFile().deleteOnExit();
    String text =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
    return Files.writeString(
        out, "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
  }

  private static String openssl(String... arguments) throws IOException, InterruptedException {
    Installed.require("openssl", "openssl");
    List<String> command = new java.util.ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(p.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return out;
  }
}
