package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.fake.FakeSbc;
import io.parley.fake.Replies;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/**
 * Calls full of secrets, at a target that asks for a digest and answers with keys of its own: none
 * is in anything that is written or printed, whatever it is packed in.
 */
public class SecretArtefactsIT {
  private static final String PASSWORD = "wonder-land_77";
  private static final String TOKEN = "t0ken-of-the-lab-0815";
  private static final String TARGETS_KEY = "d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj";
  private static final String ENVIRONMENT = "glpat-4711environment";
  private static final Pattern SECRET =
      Pattern.compile("(?:inline:|ice-pwd:|response=\")([^|\"\\s]+)");

  /** Those that every run has; the others are made anew for each call. */
  private static final List<String> ALWAYS = List.of(PASSWORD, TOKEN, TARGETS_KEY, ENVIRONMENT);

  private final Set<String> secrets = new ConcurrentSkipListSet<>();
  private FakeSbc sbc;
  private Path folder;

  @BeforeClass
  public void startTarget() throws IOException {
    secrets.addAll(ALWAYS);
    sbc = FakeSbc.start(this::answer);
    folder = Scratch.folder("secrets-");
    Files.writeString(folder.resolve("secret"), PASSWORD + "\n");
    Files.writeString(folder.resolve("target.yaml"), target());
    Files.writeString(folder.resolve("call.yaml"), SCENARIO);
  }

  @AfterClass(alwaysRun = true)
  public void stopTarget() throws IOException {
    sbc.close();
  }

  private static final String SCENARIO =
      """
      scenario: A call with keys is refused
      id: keys
      offer: { base: secure-ice }
      control: none
      expect: { status: 488 }
      """;

  private String target() {
    return """
    target: Keyed SBC
    address: %s
    transports: [udp]
    numbers: { caller: "+15550190000", callee: "+15550100000" }
    credentials: { user: alice, password-file: secret }
    far-end: { played-by: real }
    timers: { response: 3s, final: 4s }
    hooks:
      after-failed-case: [/bin/sh, -c, 'echo "login %s ok"; echo "token: $0"; echo "$2 $LAB_API_TOKEN"', %s, --password, %s]
    """
        .formatted(Flow.text(sbc.address()), PASSWORD, TOKEN, TOKEN);
  }

  private List<String> answer(SipMessage message, InetSocketAddress self) {
    Matcher m = SECRET.matcher(message.text());
    while (m.find()) {
      secrets.add(m.group(1));
    }
    if (!message.isRequest() || message.method().equals("ACK")) {
      return List.of();
    }
    if (!message.method().equals("INVITE")) {
      return List.of(Replies.bare(message, 200));
    }
    if (message.first("Authorization").isEmpty()) {
      return List.of(
          Replies.withStatusLine(message, "SIP/2.0 401 Who are you")
              .replace(
                  "Content-Length",
                  "WWW-Authenticate: Digest realm=\"lab\", nonce=\"84a4cc6f3082121f\", qop=\"auth\""
                      + "\r\nContent-Length"));
    }
    return List.of(accepted(message, self));
  }

  /** 200 with a key of its own, and with what it was sent quoted in a header. */
  private static String accepted(SipMessage message, InetSocketAddress self) {
    String ok = Replies.ok(message, self).replaceAll("inline:[^|\\s]+", "inline:" + TARGETS_KEY);
    String body = ok.substring(ok.indexOf("\r\n\r\n") + 4);
    return ok.replaceFirst("Content-Length: \\d+", "Content-Length: " + body.length())
        .replaceFirst("Content-Type", "X-Debug: password=" + TOKEN + "\r\nContent-Type");
  }

  private ParleyProcess.Ended parley(String... arguments) {
    return ParleyProcess.start(
            folder, ParleyProcess.jar(), Map.of("LAB_API_TOKEN", ENVIRONMENT), arguments)
        .ended();
  }

  private ParleyProcess.Ended run(String out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", "call.yaml", "--target", "target.yaml", "--no-check", "--out", out));
    arguments.addAll(List.of("--label", "token=" + TOKEN, "--note", "password: " + PASSWORD));
    arguments.addAll(List.of("--retries", "1", "-v", "--evidence", "all"));
    arguments.addAll(List.of(more));
    ParleyProcess.Ended ended = parley(arguments.toArray(String[]::new));
    assertThat(ended.code()).as("%s", ended).isEqualTo(1);
    return ended;
  }

  private static Artefacts artefacts(Path folder, ParleyProcess.Ended ended) {
    return Artefacts.of(folder).with("stdout", ended.out()).with("stderr", ended.err());
  }

  @Test
  public void noArtefactHoldsASecret() throws IOException {
    Artefacts all = artefacts(folder.resolve("masked"), run("masked"));
    assertThat(all.holding("inline:xxxxxxxx")).as("the calls were played").isNotEmpty();
    assertThat(all.named("attempts/1/call.pcap")).as("and tried again").isNotEmpty();
    assertThat(secrets).hasSizeGreaterThanOrEqualTo(4 + 2 * 3);
    assertNone(all);
  }

  @Test
  public void theSameSearchFindsSecretsThatAreKept() {
    Set<String> ofOtherRuns = Set.copyOf(secrets);
    Artefacts all = artefacts(folder.resolve("kept"), run("kept", "--keep-secrets"));
    Set<String> kept = new TreeSet<>(secrets);
    kept.removeAll(ofOtherRuns);
    kept.addAll(ALWAYS);
    for (String secret : kept) {
      assertThat(all.holding(secret)).as(secret).isNotEmpty();
    }
    assertThat(all.holding(TARGETS_KEY))
        .as("in the report, in the zip, in captures, in what is printed")
        .anyMatch(n -> n.startsWith("allure-report/index.html#"))
        .anyMatch(n -> n.contains(".zip!"))
        .anyMatch(n -> n.endsWith("call.pcap"))
        .contains("stdout");
  }

  @Test(dependsOnMethods = "theSameSearchFindsSecretsThatAreKept")
  public void whatIsMadeOfACaptureWithSecretsHoldsNone() throws IOException {
    String capture = "kept/evidence/keys/call.pcap";
    Artefacts all = Artefacts.of(Files.createDirectory(folder.resolve("explained")));
    int n = 0;
    for (String[] arguments :
        new String[][] {
          {"explain", capture},
          {"explain", capture, "--json"},
          {"explain", capture.replace("call.pcap", "trace.txt"), "--as", "zoom-byoc"},
          {"explain", capture, "--against", capture, "--json"},
          {"compare", "masked", "kept"},
          {"new", "--from", capture, "made"},
        }) {
      ParleyProcess.Ended ended = parley(arguments);
      assertThat(ended.err()).doesNotContain("fault of Parley");
      all.with(n++ + " " + arguments[0], ended.out() + ended.err());
    }
    Path made = folder.resolve("made.yaml");
    assertThat(made).exists();
    assertNone(all.with("made.yaml", Files.readString(made, StandardCharsets.UTF_8)));
  }

  private void assertNone(Artefacts all) {
    for (String secret : secrets) {
      assertThat(all.holding(secret)).as("%s", secret).isEmpty();
    }
  }
}
