package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.Test;

/** Each exit code, provoked for real, in a process of its own. */
public class ExitCodeIT {
  private static final String GOOD = "expect: { status: 200 }";
  private static final String WRONG = "expect: { status: 486 }";
  private static final String PLAIN = "offer: { base: plain }";

  @Test
  public void zeroWhenEveryCasePassed() {
    ScenarioFolder folder = ScenarioFolder.create().scenario("good", PLAIN, GOOD);
    ParleyProcess.Ended ended = run(folder, "--profile", "sipconnect");
    assertThat(ended.code()).as("%s", ended).isZero();
    assertThat(ended.out()).contains("1 passed").doesNotContain("failed");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  public void oneWhenACaseFailedAndItsFindingNamesTheLine() {
    ScenarioFolder folder =
        ScenarioFolder.create().scenario("wrong", PLAIN, WRONG).scenario("good", PLAIN, GOOD);
    ParleyProcess.Ended ended = run(folder, "--profile", "sipconnect");
    assertThat(ended.code()).as("%s", ended).isEqualTo(1);
    assertThat(ended.out()).contains("wrong.yaml:4:", "486", "200", "1 passed, 1 failed");
  }

  @Test
  public void twoForAnUnknownOption() {
    assertUsage(
        ParleyProcess.start(ScenarioFolder.create().path(), "run", "--targt", "x").ended(),
        "--targt",
        "--target");
  }

  @Test
  public void twoForNoCommandAtAll() {
    assertUsage(ParleyProcess.start(ScenarioFolder.create().path()).ended(), "Usage: parley");
  }

  @Test
  public void twoForAScenarioErrorWithItsPlace() {
    ScenarioFolder folder =
        ScenarioFolder.create()
            .scenario("misspelt", PLAIN, "expct: { status: 200 }")
            .scenario("second", "offer: { base: plain, codecs: [PCMV] }", GOOD);
    assertUsage(run(folder), "misspelt.yaml:4:1", "expect", "second.yaml:3:", "PCMU");
  }

  @Test
  public void twoForAFolderWithoutScenarios() {
    ScenarioFolder folder = ScenarioFolder.create();
    assertUsage(run(folder), folder.path().toString());
  }

  @Test
  public void twoForATagNobodyHas() {
    ScenarioFolder folder = ScenarioFolder.create().scenario("good", PLAIN, GOOD);
    assertUsage(run(folder, "--tag", "nosuch"), "nosuch");
  }

  @Test
  public void twoWhenEveryCaseIsSkipped() {
    ScenarioFolder folder =
        ScenarioFolder.create().scenario("other", PLAIN, "expect: { zoom-byoc: { status: 200 } }");
    ParleyProcess.Ended ended = run(folder, "--profile", "sipconnect");
    assertThat(ended.code()).as("%s", ended).isEqualTo(2);
    assertThat(ended.out() + ended.err()).contains("no expectation for sipconnect");
  }

  @Test
  public void twoForAnUnwritableOutputFolderAndNothingIsSent() throws IOException {
    ScenarioFolder folder = ScenarioFolder.create().scenario("good", PLAIN, GOOD);
    Path file = Files.createFile(folder.path().resolve("a-file"));
    try (DatagramSocket target = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      String out = file.resolve("reports").toString();
      assertUsage(
          run(folder, "--out", out, "--target", "sip:127.0.0.1:" + target.getLocalPort()), out);
      target.setSoTimeout(200);
      assertThat(received(target)).isFalse();
    }
  }

  @Test
  public void twoForATargetThatDoesNotExist() {
    ScenarioFolder folder = ScenarioFolder.create().scenario("good", PLAIN, GOOD);
    assertUsage(run(folder, "--target", "nosuch"), "nosuch");
  }

  @Test
  public void twoForATargetOffLoopbackWithoutALimitOnWhatIsDialled() {
    ScenarioFolder folder = ScenarioFolder.create().scenario("good", PLAIN, GOOD);
    assertUsage(run(folder, "--target", "sip:192.0.2.1"), "limits", "dial");
  }

  @Test
  public void threeWhenTheTargetCannotBeReached() throws IOException {
    int closed;
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      closed = socket.getLocalPort();
    }
    ScenarioFolder folder = ScenarioFolder.create().scenario("good", PLAIN, GOOD);
    ParleyProcess.Ended ended = run(folder, "--target", "sip:127.0.0.1:" + closed);
    assertThat(ended.code()).as("%s", ended).isEqualTo(3);
    assertThat(ended.out()).contains("1 broken", "unreachable");
  }

  private static ParleyProcess.Ended run(ScenarioFolder folder, String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "run";
    arguments[1] = folder.path().toString();
    arguments[2] = "--no-html";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return ParleyProcess.start(folder.path(), arguments).ended();
  }

  private static void assertUsage(ParleyProcess.Ended ended, String... named) {
    assertThat(ended.code()).as("%s", ended).isEqualTo(2);
    assertThat(ended.err()).contains(named).doesNotContain("\tat ").doesNotContain("Exception");
  }

  private static boolean received(DatagramSocket socket) throws IOException {
    try {
      socket.receive(new java.net.DatagramPacket(new byte[1], 1));
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    }
  }
}
