package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.run.ServeOutcome;
import io.parley.serve.ServedCall;
import io.parley.wire.Openssl;
import io.parley.wire.TestAuthority;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.util.Arrays;
import java.util.stream.Stream;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** OpenSSL carries a call to a far end that {@code serve} plays over TLS. */
public class ServeTlsIT {
  private static final String NAME = "sbc.example.com";

  private TestAuthority authority;
  private TestAuthority.Issued theirs;
  private TlsSettings settings;

  @BeforeClass
  public void certificates() {
    authority = new TestAuthority();
    theirs = authority.issue("DNS:trunk.example.net");
    settings =
        TlsSettings.DEFAULT
            .as(authority.issue("DNS:" + NAME).identity())
            .trusting(authority.certificates())
            .demandingCertificate();
  }

  private static String invite() {
    return """
        INVITE sip:+15550100000@example.com SIP/2.0
        Via: SIP/2.0/TLS trunk.example.net;branch=z9hG4bK-tls
        From: <sip:+15550190000@trunk.example.net>;tag=tls
        To: <sip:+15550100000@example.com>
        Call-ID: over-tls
        CSeq: 1 INVITE
        Contact: <sip:a@trunk.example.net;transport=tls>
        Max-Forwards: 70
        Content-Length: 0

        """
        .replace("\n", "\r\n");
  }

  @Test
  public void aCallUnderMutualTlsIsJudged() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.secure("teams-direct-routing", settings);
        Openssl caller = client(farEnd, true)) {
      caller.say(invite());
      caller.line("SIP/2.0 415");
      ServedCall call = farEnd.ruling(c -> true);
      assertThat(call.flow().transport()).isEqualTo(Transport.TLS);
      assertThat(call.objections().get(0).rule()).isEqualTo("offer-missing");
      ServeOutcome outcome = farEnd.stopped();
      assertThat(outcome.calls()).isEqualTo(1);
    }
  }

  @Test
  public void whoShowsNoCertificateIsNotHeard() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.secure("teams-direct-routing", settings);
        Openssl caller = client(farEnd, false)) {
      caller.say(invite());
      caller.line("alert");
      assertThat(farEnd.stopped().calls()).isZero();
    }
  }

  /** OpenSSL trusts it by the file that is told, and by nothing else. */
  @Test
  public void aCertificateThatWasMadeIsTrustedByItsAuthority() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("teams-direct-routing", Transport.TLS)) {
      String ip = farEnd.address().getAddress().getHostAddress();
      String told = farEnd.folder().resolve("authority.pem").toString();
      String[] strict = {
        "s_client", "-connect", farEnd.place(), "-quiet", "-verify_return_error", "-verify_ip", ip
      };
      try (Openssl caller = new Openssl(with(strict, "-CAfile", told))) {
        caller.say(invite());
        caller.line("SIP/2.0 415");
      }
      try (Openssl caller = new Openssl(with(strict, "-CAfile", authority.file().toString()))) {
        caller.line("verify error");
      }
      assertThat(farEnd.stopped().calls()).isEqualTo(1);
    }
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
  }

  private Openssl client(ServedFarEnd farEnd, boolean shows) throws Exception {
    String[] plain = {
      "s_client", "-connect", farEnd.place(), "-quiet", "-CAfile", authority.file().toString()
    };
    if (!shows) {
      return new Openssl(plain);
    }
    String certificate = theirs.certificate().toString();
    return new Openssl(with(plain, "-cert", certificate, "-key", theirs.key().toString()));
  }
}
