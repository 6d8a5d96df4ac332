package io.parley.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.report.allure.Reports;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Scenarios as the tests of somebody else's TestNG suite, which runs here in code. */
public class ScenarioTestTests {
  private static final String REFUSED =
      """
      scenario: An offer without SRTP is refused
      id: srtp-demanded
      offer: { base: secure-ice, srtp: none }
      expect:
        zoom-byoc: { status: 488, evidence: rfc, source: "RFC 3264 §6" }
      """;

  private TestListenerAdapter told;
  private Scenarios wanted;
  private int listening;
  private Path folder;

  @BeforeMethod
  public void prepare() throws IOException {
    told = new TestListenerAdapter();
    folder = Scratch.folder("tests-");
    wanted = scenarios(REFUSED);
  }

  @AfterMethod
  public void nothingIsLeftOpen() {
    ScenarioSuite.CURRENT.close();
  }

  @Test
  public void everyCaseIsATestUnderItsNameAndASkipHasItsReason() {
    wanted = wanted.profiles("zoom-byoc", "sipconnect");
    run(SampleTrunk.class);

    assertThat(names(told.getPassedTests())).containsExactly("srtp-demanded@zoom-byoc");
    assertThat(messages(told.getSkippedTests()))
        .containsExactly(Map.entry("srtp-demanded@sipconnect", "no expectation for sipconnect"));
    assertThat(folder.resolve("out/embedded/run.json")).exists();
    assertThat(folder.resolve("out/embedded/evidence/srtp-demanded@zoom-byoc/call.pcap")).exists();
  }

  @Test
  public void aTargetThatMisbehavesIsAnAssertionErrorWithAllFindings() throws IOException {
    wanted = scenarios(REFUSED.replace("488", "486")).profiles("zoom-byoc");
    run(SampleTrunk.class);

    Throwable failure = told.getFailedTests().get(0).getThrowable();
    assertThat(failure)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "srtp-demanded@zoom-byoc: unexpected status: expected 486, answered 488");
    assertThat(failure.toString()).contains("closest message", "SIP/2.0 488", "evidence: ");
    assertThat(failure.getStackTrace()).isEmpty();
  }

  @Test
  public void aCaseThatCannotBeTestedIsAnotherException() throws IOException {
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      int port = free.getLocalPort();
      free.close();
      wanted = wanted.target("sip:127.0.0.1:" + port).profiles("zoom-byoc");
      run(SampleTrunk.class);
    }

    assertThat(told.getFailedTests()).hasSize(1);
    assertThat(told.getFailedTests().get(0).getThrowable())
        .isNotInstanceOf(AssertionError.class)
        .hasMessageContaining("port unreachable");
  }

  @Test
  public void aMistakeInAScenarioIsOneTestThatFailsWithItsPlace() throws IOException {
    wanted = scenarios(REFUSED.replace("status: 488", "statuss: 488"));
    run(SampleTrunk.class);

    assertThat(told.getFailedTests()).hasSize(1);
    assertThat(told.getFailedTests().get(0).getThrowable())
        .hasMessageContaining("own.yaml:5:16: unknown key 'statuss'");
  }

  @Test
  public void soIsATargetThatDoesNotExist() {
    wanted = wanted.target("nowhere.yaml");
    run(SampleTrunk.class);

    assertThat(messages(told.getFailedTests()))
        .hasSize(1)
        .hasEntrySatisfying(
            "scenarios of nowhere.yaml", m -> assertThat(m).contains("no such target"));
  }

  @Test
  public void classesThatNameTheSameTargetShareIt() {
    wanted = wanted.profiles("zoom-byoc");
    SecondTrunk.wanted = Scenarios.in().tags("busy").profiles("zoom-byoc").output(out());
    run(SampleTrunk.class, SecondTrunk.class);

    assertThat(told.getFailedTests()).isEmpty();
    assertThat(names(told.getPassedTests())).contains("srtp-demanded@zoom-byoc", "busy@zoom-byoc");
    assertThat(folder.resolve("out")).isDirectoryContaining("glob:**/embedded");
    assertThat(folder.resolve("out/embedded-2")).doesNotExist();
  }

  @Test
  public void whatArrivesAfterTheLastCaseFailsTheSuite() throws IOException {
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.getByName("127.0.2.1"))) {
      listening = free.getLocalPort();
    }
    LateTrunk.listening = listening;
    wanted = wanted.target(targetFile()).profiles("zoom-byoc");
    run(LateTrunk.class);

    assertThat(told.getConfigurationFailures()).hasSize(1);
    assertThat(told.getConfigurationFailures().get(0).getThrowable())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("INVITE sip:+15550100000@127.0.2.1 SIP/2.0 arrived from");
  }

  private Scenarios scenarios(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("own.yaml"), text);
    return Scenarios.in(file.toString()).output(out());
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  /** A target that does not answer, with a far end of ours at a known port. */
  private String targetFile() throws IOException {
    String text =
        """
        target: Silent
        address: 127.0.0.1:9
        profiles: [zoom-byoc]
        numbers: { caller: "+15550190000", callee: "+15550100000" }
        far-end: { played-by: parley, listen: "127.0.2.1:%d" }
        timers: { response: 1s, final: 2s }
        """
            .formatted(listening);
    return Files.writeString(folder.resolve("silent.yaml"), text).toString();
  }

  private void run(Class<?>... classes) {
    SampleTrunk.wanted = wanted;
    TestNG engine = new TestNG(false);
    engine.setUseDefaultListeners(false);
    engine.setVerbose(0);
    engine.setOutputDirectory(folder.toString());
    engine.addListener(told);
    engine.setListenersToSkipFromBeingWiredInViaServiceLoaders(Reports.LISTENER);
    engine.setTestClasses(classes);
    engine.run();
  }

  private static List<String> names(List<ITestResult> results) {
    return results.stream().map(ITestResult::getName).sorted().toList();
  }

  private static Map<String, String> messages(List<ITestResult> results) {
    Map<String, String> out = new TreeMap<>();
    results.forEach(r -> out.put(r.getName(), r.getThrowable().getMessage()));
    return out;
  }
}
