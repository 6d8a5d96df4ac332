package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.model.StatusPattern;
import io.parley.model.Verdict;
import io.parley.profile.Profiles;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import io.parley.wire.TestAuthority;
import io.parley.wire.TlsFailure;
import io.parley.wire.Transport;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.testng.SkipException;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Calls at Kamailio's TLS module, a TLS server of SIP that we did not write. */
public class KamailioTlsIT {
  private static final String HOST = "127.0.3.61";
  private static final String NAME = "sbc.example.com";

  private TestAuthority authority;
  private TestAuthority.Issued issued;

  @BeforeClass
  public void installed() {
    boolean there =
        List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kamailio")));
    if (!there && System.getenv("CI") != null) {
      throw new AssertionError("Kamailio is not installed");
    }
    if (!there) {
      throw new SkipException(
          "Kamailio is not installed (Debian: apt-get install kamailio kamailio-tls-modules)");
    }
    authority = new TestAuthority();
    issued = authority.issue("DNS:" + NAME);
  }

  @DataProvider
  public Object[][] versions() {
    return new Object[][] {{"TLSv1.2"}, {"TLSv1.2+"}};
  }

  @Test(dataProvider = "versions")
  public void aRefusedCallIsPlayed(String version) throws Exception {
    CaseResult result = play(version, false, "server-name: " + NAME);
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.transcript())
        .allMatch(e -> e.frame().flow().transport() == Transport.TLS)
        .anyMatch(e -> e.message().method().equals("ACK"));
  }

  @Test
  public void ourCertificateIsTaken() throws Exception {
    TestAuthority.Issued ours = authority.issue("DNS:trunk.example.net");
    String shown =
        "server-name: " + NAME + ", certificate: " + ours.certificate() + ", key: " + ours.key();
    assertThat(play("TLSv1.2+", true, shown).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test(dataProvider = "versions")
  public void whoShowsNoneIsToldSo(String version) throws Exception {
    assertBroken(play(version, true, "server-name: " + NAME), TlsFailure.CERTIFICATE_REQUIRED);
  }

  @Test
  public void anotherNameIsNoted() throws Exception {
    CaseResult result = play("TLSv1.2+", false, "server-name: other.example.com");
    assertBroken(result, TlsFailure.WRONG_NAME);
  }

  private static void assertBroken(CaseResult result, TlsFailure why) {
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.findings()).anyMatch(f -> f.kind() == FindingKind.UNREACHABLE);
    assertThat(result.findings().toString()).contains(why.words());
  }

  private CaseResult play(String version, boolean verify, String tls) throws Exception {
    int port = freePort();
    Process kamailio = kamailio(port, version, verify);
    try {
      await(kamailio, port);
      return play(target(port, tls));
    } finally {
      kamailio.destroy();
      if (!kamailio.waitFor(10, TimeUnit.SECONDS)) {
        kamailio.destroyForcibly();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(HOST, 0));
      return socket.getLocalPort();
    }
  }

  private Process kamailio(int port, String version, boolean verify) throws IOException {
    String text =
        Files.readString(Path.of("src/test/resources/kamailio/tls.cfg"))
            .replace("ADDRESS", HOST + ":" + port)
            .replace("VERSION", version)
            .replace("CERTIFICATE", issued.certificate().toString())
            .replace("KEY", issued.key().toString())
            .replace("AUTHORITY", authority.file().toString())
            .replace("VERIFY", verify ? "1" : "0");
    Path folder = Files.createTempDirectory("kamailio");
    Path config = Files.writeString(folder.resolve("tls.cfg"), text);
    return new ProcessBuilder(
            "kamailio",
            "-DD",
            "-E",
            "-f",
            config.toString(),
            "-Y",
            folder.toString(),
            "-P",
            folder.resolve("pid").toString(),
            "-m",
            "32",
            "-M",
            "8")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private static void await(Process kamailio, int port) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try (Socket probe = new Socket(HOST, port)) {
        return;
      } catch (IOException e) {
        if (!kamailio.isAlive() || System.nanoTime() > end) {
          throw new AssertionError("Kamailio does not listen", e);
        }
        kamailio.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }
  }

  private String target(int port, String tls) throws IOException {
    Path file = Files.createTempFile("target", ".yaml");
    file.toFile().deleteOnExit();
    String text =
        """
        target: Kamailio over TLS
        address: %s:%d
        transports: [tls]
        numbers: { caller: "+15550190000", callee: "+15550100000" }
        timers: { response: 5s, final: 5s }
        tls: { ca: %s, %s }
        """;
    return Files.writeString(file, text.formatted(HOST, port, authority.file(), tls)).toString();
  }

  private static CaseResult play(String file) {
    Profiles profiles = Profiles.shipped();
    TargetPlan plan = new Targets(profiles).open(file);
    PlayerOptions options = PlayerOptions.loopback().withTls(plan.tls().orElseThrow());
    try (Player player = Player.open(options);
        Target target = plan.start(player.calleeAddress())) {
      player.attach(target, profiles, List.of());
      return player.play(TestCases.call("tls", OfferSpec.EMPTY, new StatusPattern.Code(488)));
    }
  }
}
