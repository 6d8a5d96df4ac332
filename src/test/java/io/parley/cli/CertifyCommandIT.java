package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.peer.Browser;
import io.parley.peer.BrowserPage;
import io.parley.target.docker.RequiresDocker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** {@code parley certify} as a user runs it. */
public class CertifyCommandIT {
  /** The height of a sheet of A4 in CSS pixels, with some room for other fonts. */
  private static final int SHEET = 1122;

  @Test
  public void aPhoneWhoseFactsHaveSourcesIsCertifiedAndThePageIsOneSheet() throws Exception {
    Browser.require();
    Path folder = Scratch.folder("certify-");
    ParleyProcess.Ended ended =
        certify(folder, "baresip", "--firmware", "1.0.0 <script>alert(1)</script>", "--no-html");
    assertThat(ended.code()).as("%s", ended).isZero();
    assertThat(ended.out()).contains("\nCERTIFIED  baresip with the modules g711 and srtp");
    assertThat(sums(folder)).isEmpty();
    try (Browser browser = Browser.start()) {
      BrowserPage page = browser.open(folder.resolve("reports/certificate.html").toUri());
      assertThat(page.text("#result")).isEqualToIgnoringCase("certified");
      assertThat(page.text("dl")).contains("<script>alert(1)</script>", "sipconnect");
      assertThat(page.eval("document.querySelectorAll('script').length").asInt()).isZero();
      assertThat(page.eval("document.querySelector('main').offsetHeight").asInt())
          .isLessThan(SHEET);
      assertThat(page.eval("document.querySelectorAll('#requirements a').length").asInt())
          .isGreaterThan(20);
      assertThat(page.problems()).isEmpty();
      assertThat(page.remoteRequests()).isEmpty();
    }
  }

  @Test
  public void reservationsAreLoudAndAFailureWhereTheUserSaysSo() throws Exception {
    Path folder = Scratch.folder("certify-");
    ParleyProcess.Ended ended = certify(folder, "yealink-t4x", "--strict", "--no-html");
    assertThat(ended.code()).as("%s", ended).isEqualTo(1);
    assertThat(ended.out())
        .contains("CERTIFIED WITH RESERVATIONS", "fact srtp.default of the phone is unverified");
    assertThat(Files.readString(folder.resolve("reports/certificate.json")))
        .contains("\"result\":\"certified with reservations\"");
  }

  @Test
  public void anSbcThatWeDidNotWriteIsCertifiedToo() throws Exception {
    RequiresDocker.check();
    Path folder = Scratch.folder("certify-");
    ParleyProcess.Ended ended =
        certify(folder, "yealink-t4x", "--target", "docker:kamailio", "--no-html");
    assertThat(ended.code()).as("%s", ended).isZero();
    assertThat(ended.out())
        .contains("CERTIFIED WITH RESERVATIONS", "needs session-timers")
        .doesNotContain("not met", "not tested");
    assertThat(Files.readString(folder.resolve("reports/certificate.json"))).contains("kamailio");
  }

  @DataProvider
  public Object[][] mistakes() {
    return new Object[][] {
      {new String[] {"yealink-t4"}, "unknown phone 'yealink-t4'. Did you mean 'yealink-t4x'?"},
      {new String[] {}, "certify: expected a phone"},
      {new String[] {"wrong.yaml"}, "wrong.yaml:1:1: missing key 'vendor'"},
      {new String[] {"baresip", "--profile", "zoom"}, "--profile: unknown profile 'zoom'"},
      {new String[] {"baresip", "--evidence", "none"}, "a certificate is the sum of its evidence"},
      {new String[] {"baresip", "--target", "nowhere.yaml"}, "no such target"},
    };
  }

  @Test(dataProvider = "mistakes")
  public void aMistakeIsToldAndNothingIsSent(String[] arguments, String told) throws Exception {
    Path folder = Scratch.folder("certify-");
    Files.writeString(folder.resolve("wrong.yaml"), "phone: Wrong\n");
    ParleyProcess.Ended ended = certify(folder, arguments);
    assertThat(ended.code()).as("%s", ended).isEqualTo(2);
    assertThat(ended.err()).contains(told);
    assertThat(folder.resolve("reports/certificate.html")).doesNotExist();
  }

  @Test
  public void aTargetThatIsDeadIsNoCertificate() throws Exception {
    Path folder = Scratch.folder("certify-");
    Files.writeString(
        folder.resolve("dead.yaml"),
        """
        target: Dead SBC
        address: 127.0.0.1:9
        numbers: { caller: "+15550190000", callee: "+15550100000" }
        far-end: { played-by: parley, listen: "127.0.0.1:0" }
        timers: { response: 300ms, final: 600ms }
        limits: { calls: 16, rate: 100/s }
        correlate: { by: called-number, pool: "+1555010{0000..0015}" }
        """);
    ParleyProcess.Ended ended =
        certify(folder, "baresip", "--target", "dead.yaml", "--no-check", "--no-html");
    assertThat(ended.code()).as("%s", ended).isEqualTo(3);
    assertThat(ended.out()).contains("COULD NOT BE TESTED", "because     not tested: call-out, ");
  }

  private static ParleyProcess.Ended certify(Path folder, String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    all[0] = "certify";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return ParleyProcess.start(folder, all).ended();
  }

  /** What sha256sum has against the evidence. */
  private static String sums(Path folder) throws Exception {
    Process process =
        new ProcessBuilder("sha256sum", "--quiet", "-c", "evidence.sha256")
            .directory(folder.resolve("reports").toFile())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }
}
