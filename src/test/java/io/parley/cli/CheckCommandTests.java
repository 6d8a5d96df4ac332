package io.parley.cli;

import io.parley.Scratch;
import io.parley.farend.EmbeddedSbc;
import io.parley.farend.SbcSettings;
import io.parley.peer.OwnPlace;
import io.parley.peer.Sipp;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.run.ExitCode;
import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.sip.jain.JainEndpoint;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import io.parley.yaml.Problems;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What {@code parley check} prints, times and ports replaced by N. */
public class CheckCommandTests {
  @Test
  public void aTargetThatIsReady() {
    CheckRun.golden("ready", ExitCode.PASSED, "--profile", "sipconnect", "--profile", "zoom-byoc");
  }

  @Test
  public void nobodyListens() throws IOException {
    int closed;
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      closed = socket.getLocalPort();
    }
    CheckRun.golden("closed", ExitCode.BROKEN, "--target", "sip:127.0.0.1:" + closed);
    CheckRun.golden(
        "closed-tcp", ExitCode.BROKEN, "--target", "sip:127.0.0.1:" + closed + ";transport=tcp");
  }

  @Test
  public void nobodyAnswers() throws IOException {
    try (SilentTarget silent = new SilentTarget()) {
      String port = silent.uri().substring(silent.uri().lastIndexOf(':') + 1);
      Path file = target("address: 127.0.0.1:" + port, "timers: { response: 300ms, final: 600ms }");
      CheckRun.golden("silent", ExitCode.BROKEN, "--target", file.toString());
    }
  }

  @Test
  public void anAccessListThatDoesNotKnowUs() throws IOException {
    Refusing refusing = new Refusing(false);
    try (JainEndpoint sbc = refusing.open()) {
      Path file =
          target(
              "address: 127.0.3.9:" + sbc.address().getPort(),
              "far-end: { played-by: parley, listen: \"127.0.2.9:0\" }");
      CheckRun.golden("refused", ExitCode.FAILED, "--target", file.toString());
    }
  }

  @Test
  public void aCallThatSomebodyElseAnswers() throws IOException {
    Profile profile =
        Profiles.load(Path.of("scenarios/profiles"), new Problems())
            .get("sipconnect")
            .orElseThrow();
    NumberPlan plan = new NumberPlan(Map.of("callee", List.of("+15550100000")));
    try (EmbeddedSbc sbc =
        EmbeddedSbc.open(
            SbcSettings.of(
                profile, new InetSocketAddress("127.0.3.8", 0), Optional.empty(), plan))) {
      Path file =
          target(
              "address: 127.0.3.8:" + sbc.address().getPort(),
              "profiles: sipconnect",
              "far-end: { played-by: parley, listen: \"127.0.2.9:0\" }");
      CheckRun.golden("misrouted", ExitCode.FAILED, "--target", file.toString());
    }
  }

  @DataProvider
  public Object[][] passwords() {
    return new Object[][] {
      {"digest", ExitCode.PASSED, "wonderland"},
      {"digest-wrong", ExitCode.FAILED, "looking-glass"},
      {"digest-none", ExitCode.FAILED, null},
    };
  }

  /** SIPp verifies our digest itself; it takes OPTIONS for a call and does not answer it. */
  @Test(dataProvider = "passwords")
  public void aTargetThatAsksForADigest(String golden, ExitCode expected, String password)
      throws Exception {
    Path folder = Scratch.folder("check-digest-");
    Files.writeString(folder.resolve("secret"), password + "\n");
    InetSocketAddress place = OwnPlace.next();
    try (Sipp sipp = DigestPeer.sipp(place, 9)) {
      Path file =
          target(
              "address: " + Flow.text(place),
              "transports: [udp]",
              "far-end: { played-by: real }",
              "timers: { response: 2s }",
              password == null
                  ? ""
                  : "credentials: { user: alice, password-file: "
                      + folder.resolve("secret")
                      + " }");
      CheckRun.golden(golden, expected, "--target", file.toString());
    }
  }

  @Test
  public void aNumberThatTheLimitsForbid() throws IOException {
    Refusing refusing = new Refusing(false);
    try (JainEndpoint sbc = refusing.open()) {
      Path file =
          target("address: 127.0.3.9:" + sbc.address().getPort(), "limits: { dial: [\"+4930*\"] }");
      CheckRun.golden("forbidden", ExitCode.USAGE, "--target", file.toString());
    }
  }

  /** The challenge is not taken for what came of the credentials. */
  @Test
  public void aTargetThatFallsSilentAfterItsChallenge() throws IOException {
    Path folder = Scratch.folder("check-digest-");
    Files.writeString(folder.resolve("secret"), "wonderland\n");
    try (JainEndpoint sbc = new Refusing(true).open()) {
      Path file =
          target(
              "address: 127.0.3.9:" + sbc.address().getPort(),
              "transports: [udp]",
              "far-end: { played-by: real }",
              "timers: { response: 300ms, final: 600ms }",
              "credentials: { user: alice, password-file: " + folder.resolve("secret") + " }");
      CheckRun.golden("digest-silent", ExitCode.FAILED, "--target", file.toString());
    }
  }

  private static Path target(String... lines) throws IOException {
    Path file = Scratch.file("check-", ".yaml");
    String numbers = "numbers: { caller: \"+15550190000\", callee: \"+15550100000\" }";
    Files.writeString(file, "target: Lab\n" + numbers + "\n" + String.join("\n", lines) + "\n");
    return file;
  }

  /** Refuses every request with 403; or asks for credentials, and says no more once it has them. */
  private static final class Refusing implements SipListener {
    private final boolean asking;
    private volatile JainEndpoint endpoint;

    Refusing(boolean asking) {
      this.asking = asking;
    }

    JainEndpoint open() {
      endpoint =
          JainEndpoint.open(
              new InetSocketAddress("127.0.3.9", 0), EnumSet.allOf(Transport.class), this, "no");
      return endpoint;
    }

    @Override
    public Handling arrived(Arrival arrival) {
      SipMessage request = arrival.message();
      boolean silent = request.first("Authorization").isPresent();
      if (request.isRequest() && !request.method().equals("ACK") && !silent) {
        ResponseBuilder refusal =
            asking
                ? ResponseBuilder.to(arrival, 401)
                    .header("WWW-Authenticate", "Digest realm=\"lab\", nonce=\"1\", qop=\"auth\"")
                : ResponseBuilder.to(arrival, 403);
        Thread answer = new Thread(() -> endpoint.respond(arrival, refusal.build()));
        answer.setDaemon(true);
        answer.start();
      }
      return Handling.DELIVER;
    }
  }
}
