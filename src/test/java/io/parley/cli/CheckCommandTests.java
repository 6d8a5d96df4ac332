package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.farend.EmbeddedSbc;
import io.parley.farend.SbcSettings;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.run.ExitCode;
import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipListener;
import io.parley.sip.jain.JainEndpoint;
import io.parley.wire.Transport;
import io.parley.yaml.Problems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.Test;

/** What {@code parley check} prints, times and ports replaced by N. */
public class CheckCommandTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  public void aTargetThatIsReady() {
    check("ready", ExitCode.PASSED, "--profile", "sipconnect", "--profile", "zoom-byoc");
  }

  @Test
  public void nobodyListens() throws IOException {
    int closed;
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      closed = socket.getLocalPort();
    }
    check("closed", ExitCode.BROKEN, "--target", "sip:127.0.0.1:" + closed);
    check("closed-tcp", ExitCode.BROKEN, "--target", "sip:127.0.0.1:" + closed + ";transport=tcp");
  }

  @Test
  public void nobodyAnswers() throws IOException {
    try (SilentTarget silent = new SilentTarget()) {
      String port = silent.uri().substring(silent.uri().lastIndexOf(':') + 1);
      Path file = target("address: 127.0.0.1:" + port, "timers: { response: 300ms, final: 600ms }");
      check("silent", ExitCode.BROKEN, "--target", file.toString());
    }
  }

  @Test
  public void anAccessListThatDoesNotKnowUs() throws IOException {
    Refusing refusing = new Refusing();
    try (JainEndpoint sbc = refusing.open()) {
      Path file =
          target(
              "address: 127.0.3.9:" + sbc.address().getPort(),
              "far-end: { played-by: parley, listen: \"127.0.2.9:0\" }");
      check("refused", ExitCode.FAILED, "--target", file.toString());
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
      check("misrouted", ExitCode.FAILED, "--target", file.toString());
    }
  }

  @Test
  public void aNumberThatTheLimitsForbid() throws IOException {
    Refusing refusing = new Refusing();
    try (JainEndpoint sbc = refusing.open()) {
      Path file =
          target("address: 127.0.3.9:" + sbc.address().getPort(), "limits: { dial: [\"+4930*\"] }");
      check("forbidden", ExitCode.USAGE, "--target", file.toString());
    }
  }

  private void check(String golden, ExitCode expected, String... arguments) {
    out.reset();
    Console console = new Console(out, out, false, new Palette(false));
    String[] line = new String[arguments.length + 1];
    line[0] = CommandTree.CHECK;
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    RunOptions options = new RunOptions(CommandTree.build().parseArgs(line).subcommand());
    ExitCode code = new CheckCommand(console).execute(options);
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(code).as(text).isEqualTo(expected);
    GoldenFile.assertEquals("check-" + golden + ".txt", steady(text));
  }

  private static String steady(String text) {
    return text.replaceAll("\\d+(\\.\\d+)? m?s\\b", "N ms")
        .replaceAll("(127\\.0\\.\\d+\\.\\d+):\\d+", "$1:N")
        .replaceAll("--target \\S+\\.yaml", "--target my-sbc.yaml");
  }

  private static Path target(String... lines) throws IOException {
    Path file = Files.createTempFile("parley-check-", ".yaml");
    String numbers = "numbers: { caller: \"+15550190000\", callee: \"+15550100000\" }";
    Files.writeString(file, "target: Lab\n" + numbers + "\n" + String.join("\n", lines) + "\n");
    return file;
  }

  /** Refuses every request with 403. */
  private static final class Refusing implements SipListener {
    private volatile JainEndpoint endpoint;

    JainEndpoint open() {
      endpoint =
          JainEndpoint.open(
              new InetSocketAddress("127.0.3.9", 0), EnumSet.allOf(Transport.class), this, "no");
      return endpoint;
    }

    @Override
    public Handling arrived(Arrival arrival) {
      if (arrival.message().isRequest() && !arrival.message().method().equals("ACK")) {
        Thread answer =
            new Thread(() -> endpoint.respond(arrival, ResponseBuilder.to(arrival, 403).build()));
        answer.setDaemon(true);
        answer.start();
      }
      return Handling.DELIVER;
    }
  }
}
