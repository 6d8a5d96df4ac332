package io.parley.cli;

import io.parley.Scratch;
import io.parley.play.KamailioTls;
import io.parley.run.ExitCode;
import io.parley.wire.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.Test;

/** What {@code parley check} says of a Kamailio that serves TLS and refuses calls. */
public class CheckKamailioTlsIT {
  private static final String NAME = "sbc.example.com";

  @Test
  public void mutualTlsIsToldInFull() throws Exception {
    KamailioTls.require();
    TestAuthority authority = new TestAuthority();
    TestAuthority.Issued ours = authority.issue("DNS:trunk.example.net", TestAuthority.BOTH, 400);
    TestAuthority.Issued theirs = authority.issue("DNS:" + NAME, TestAuthority.BOTH, 400);
    try (KamailioTls kamailio = KamailioTls.start("TLSv1.2", true, authority, theirs)) {
      Path file = Scratch.file("check-kamailio-", ".yaml");
      Files.writeString(
          file,
          """
          target: Kamailio over TLS
          address: %s:%d
          transports: [tls]
          numbers: { caller: "+15550190000", callee: "+15550100000" }
          tls: { ca: %s, server-name: %s, certificate: %s, key: %s }
          """
              .formatted(
                  KamailioTls.HOST,
                  kamailio.port(),
                  authority.file(),
                  NAME,
                  ours.certificate(),
                  ours.key()));
      CheckRun.golden("kamailio-tls", ExitCode.FAILED, "--target", file.toString());
    }
  }
}
