package io.parley.certify;

import static io.parley.certify.Certificates.met;
import static io.parley.certify.Certificates.of;
import static io.parley.certify.Certificates.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** What is written of a certificate: a page, a record, and the sums of the evidence. */
public class CertificateFilesTests {
  private static final String HOSTILE = "</title><script>alert(1)</script>\"'&\u001b[31m]]>";

  private Path folder;

  @BeforeMethod
  public void folder() throws IOException {
    folder = Scratch.folder("certificate-");
    write("evidence/call@x/trace.txt", "INVITE");
    write("evidence/call@x/call.pcap", "x");
    write("evidence/other@x/trace.txt", "not of this certificate");
  }

  @Test
  public void theSumIsThatOfTheListAndTheListThatOfTheFiles() throws Exception {
    EvidenceSeal seal = new CertificateFiles(folder).write(certificate(Optional.empty()));
    assertThat(run("sha256sum", "--quiet", "-c", "evidence.sha256")).isEmpty();
    assertThat(run("sha256sum", "evidence.sha256")).startsWith(seal.sha256() + " ");
    assertThat(seal.sums())
        .containsOnlyKeys("evidence/call@x/call.pcap", "evidence/call@x/trace.txt");
    assertThat(Files.readString(folder.resolve("certificate.html"))).contains(seal.sha256());
  }

  @Test
  public void evidenceThatIsChangedLaterHasAnotherSum() throws Exception {
    EvidenceSeal before = new CertificateFiles(folder).write(certificate(Optional.empty()));
    write("evidence/call@x/trace.txt", "CANCEL");
    EvidenceSeal after = new CertificateFiles(folder).write(certificate(Optional.empty()));
    assertThat(after.sha256()).isNotEqualTo(before.sha256());
  }

  @Test
  public void aHostileFirmwareIsMereText() throws Exception {
    new CertificateFiles(folder).write(certificate(Optional.of(HOSTILE)));
    String page = Files.readString(folder.resolve("certificate.html"));
    assertThat(page)
        .doesNotContain("<script", "\u001b", "alert(1)</script>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;'&amp;\\x1b[31m]]&gt;");
    Problems problems = new Problems();
    String json = Files.readString(folder.resolve("certificate.json"));
    Optional<Node> tree = Yaml.parse("certificate.json", json, problems);
    assertThat(problems.list()).isEmpty();
    assertThat(tree.orElseThrow().toString()).contains(HOSTILE);
  }

  @Test
  public void thePageLoadsNothing() throws Exception {
    new CertificateFiles(folder).write(certificate(Optional.empty()));
    String page = Files.readString(folder.resolve("certificate.html"));
    assertThat(page).doesNotContain("http:", "https:", "src=", "@import", "url(");
    assertThat(page).contains("href=\"./evidence/call@x/\"");
  }

  private static Certificate certificate(Optional<String> firmware) {
    return of(subject("baresip", firmware), met("call", Weight.MANDATORY));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }
}
