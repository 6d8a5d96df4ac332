package io.parley.cli;

import io.parley.Scratch;
import io.parley.run.ExitCode;
import io.parley.wire.Openssl;
import io.parley.wire.TestAuthority;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What {@code parley check} says of TLS, with OpenSSL as the server. */
public class CheckTlsTests {
  private static final String NAME = "sbc.example.com";

  private TestAuthority authority;
  private TestAuthority.Issued good;

  @BeforeClass
  public void certificates() {
    authority = new TestAuthority();
    good = authority.issue("DNS:" + NAME, TestAuthority.BOTH, 400);
  }

  @DataProvider
  public Object[][] certificatesOfTheServer() {
    if (authority == null) {
      return new Object[0][]; // TestNG asks for rows even where the class is skipped
    }
    return new Object[][] {
      {"tls-good", good},
      {"tls-soon", authority.issue("DNS:" + NAME)},
      {"tls-expired", authority.issue("DNS:" + NAME, TestAuthority.BOTH, -1)},
      {"tls-name", authority.issue("DNS:other.example.com", TestAuthority.BOTH, 400)},
      {"tls-usage", authority.issue("DNS:" + NAME, "clientAuth", 400)},
      {"tls-self-signed", authority.selfSigned("DNS:" + NAME)},
      {"tls-authority", new TestAuthority().issue("DNS:" + NAME, TestAuthority.BOTH, 400)},
    };
  }

  /** OpenSSL speaks no SIP, so OPTIONS is not answered. */
  @Test(dataProvider = "certificatesOfTheServer")
  public void eachCertificateIsTold(String golden, TestAuthority.Issued shown) throws Exception {
    try (Openssl server = server(shown)) {
      check(golden, port(server), "");
    }
  }

  @Test
  public void whatIsNotCheckedIsNotedOnly() throws Exception {
    try (Openssl server = server(authority.selfSigned("DNS:other.example.com"))) {
      check("tls-unchecked", port(server), ", verify: false");
    }
  }

  @DataProvider
  public Object[][] demands() {
    if (authority == null) {
      return new Object[0][]; // TestNG asks for rows even where the class is skipped
    }
    String ours = ", certificate: " + good.certificate() + ", key: " + good.key();
    return new Object[][] {
      {"tls-client-none", "-Verify", ""},
      {"tls-client-optional", "-verify", ""},
      {"tls-client-shown", "-Verify", ours},
    };
  }

  @Test(dataProvider = "demands")
  public void aServerThatAsksForOurs(String golden, String how, String ours) throws Exception {
    try (Openssl server = server(good, how, "1", "-CAfile", authority.file().toString())) {
      check(golden, port(server), ours);
    }
  }

  @Test
  public void aPortThatSpeaksSomethingElse() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 9, java.net.InetAddress.getByName("127.0.0.1"))) {
      check("tls-silent", plain.getLocalPort(), "");
    }
  }

  private Openssl server(TestAuthority.Issued shown, String... more) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "s_server",
                "-accept",
                "127.0.0.1:0",
                "-tls1_3",
                "-cert",
                shown.certificate().toString(),
                "-key",
                shown.key().toString()));
    all.addAll(List.of(more));
    return new Openssl(all.toArray(new String[0]));
  }

  private static int port(Openssl server) throws Exception {
    String line = server.line("ACCEPT");
    return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1).strip());
  }

  private void check(String golden, int port, String tls) throws IOException {
    Path file = Scratch.file("check-tls-", ".yaml");
    Files.writeString(
        file,
        """
        target: Lab
        address: 127.0.0.1:%d
        transports: [tls]
        tls: { ca: %s, server-name: %s%s }
        numbers: { caller: "+15550190000", callee: "+15550100000" }
        timers: { response: 300ms, final: 600ms }
        """
            .formatted(port, authority.file(), NAME, tls));
    CheckRun.golden(golden, ExitCode.BROKEN, "--target", file.toString());
  }
}
