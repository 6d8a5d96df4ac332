package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.certify.Certificate;
import io.parley.certify.Conclusion;
import io.parley.certify.RequirementResult;
import io.parley.certify.State;
import io.parley.phone.SrtpMode;
import io.parley.run.ExitCode;
import io.parley.run.TrialOutcome;
import io.parley.trial.TrialEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** baresip, a soft phone that none of us wrote, is tried by its data sheet. */
public class CertifyBaresipIT {
  /** The numbers that refuse a phone that offers no keys. */
  private static final Set<String> REFUSING_PLAIN = Set.of("1002", "1003", "1012");

  /** Those that refuse one that offers nothing else. */
  private static final Set<String> REFUSING_KEYS = Set.of("1002", "1003", "1013");

  @BeforeClass
  public void baresipIsThere() {
    Installed.require("baresip", "baresip-core");
  }

  /** Every number is dialled, everything that the tester is told is done. */
  @Test
  public void baresipPassesByItsOwnDataSheet() throws Exception {
    try (TriedPhone trial = TriedPhone.start("baresip", "g711", "")) {
      TrialEvent.Next next = trial.awaitNext();
      while (next.words().startsWith("Dial ")) {
        String number = next.words().substring(5, 9);
        perform(trial, number, REFUSING_PLAIN);
        TrialEvent.Over over = trial.awaitOver();
        assertThat(over.sightings())
            .as("%s\n%s", number, trial.phone().output())
            .allMatch(s -> s.holds());
        next = trial.awaitNext();
      }
      while (next.words().startsWith("Wait")) {
        next = trial.awaitNext();
      }
      assertThat(next.words()).contains("take its registration back");
      trial.phone().close();
      TrialOutcome outcome = trial.ended();
      Certificate certificate = outcome.certificate();
      assertThat(certificate.results())
          .as("%s", certificate.obstacles())
          .allMatch(r -> r.state() == State.MET);
      assertThat(certificate.conclusion()).isEqualTo(Conclusion.CERTIFIED);
      assertThat(outcome.code()).isEqualTo(ExitCode.PASSED);
      assertThat(trial.folder().resolve("certificate.html")).isNotEmptyFile();
    }
  }

  /** Does what the tester is told; some numbers refuse. */
  private static void perform(TriedPhone trial, String number, Set<String> refusing)
      throws Exception {
    trial.dial(number);
    BaresipControl phone = trial.phone().control();
    if (refusing.contains(number)) {
      phone.await("CALL_CLOSED");
      return;
    }
    switch (number) {
      case "1006" -> {
        trial.awaitTodo("Hang up");
        phone.tell("hangup", "");
      }
      case "1008" -> {
        trial.awaitTodo("Put the call on hold");
        phone.tell("hold", "");
        trial.awaitTodo("Take it back");
        phone.tell("resume", "");
        trial.awaitTodo("Hang up");
        phone.tell("hangup", "");
      }
      case "1009", "1011" -> phone.await("CALL_ESTABLISHED");
      case "1010" -> {
        trial.awaitTodo("Transfer");
        phone.tell("transfer", "sip:1001@" + trial.place());
      }
      case "1032" -> phone.await("CALL_INCOMING");
      case "1033" -> {
        phone.await("CALL_INCOMING");
        phone.tell("hangup", "");
      }
      default -> {
        if (number.startsWith("103") || number.startsWith("104")) {
          phone.await("CALL_INCOMING");
          phone.tell("accept", "");
        } else {
          trial.awaitTodo("Hang up");
          phone.tell("hangup", "");
        }
      }
    }
  }

  /** Set to mandatory SRTP it insists on it, in calls of both directions. */
  @Test
  public void baresipSetToMandatorySrtpInsistsOnIt() throws Exception {
    try (TriedPhone trial =
        TriedPhone.start(
            "baresip", Optional.of(SrtpMode.MANDATORY), "g711", ";mediaenc=srtp-mand")) {
      trial.awaitNext();
      for (String number : List.of("1012", "1013", "1031", "1041")) {
        perform(trial, number, REFUSING_KEYS);
        TrialEvent.Over over = trial.awaitOver();
        assertThat(over.sightings()).as(number).allMatch(s -> s.holds());
      }
      Certificate certificate = trial.stopped();
      assertThat(certificate.results())
          .filteredOn(r -> r.state() == State.NOT_MET)
          .as("%s", trial.told())
          .isEmpty();
    }
  }

  /**
   * Over TLS, with the certificate that was made for the trial, whose authority it was given: it
   * registers, calls, and is called over the connection that it made.
   */
  @Test
  public void baresipIsTriedOverTls() throws Exception {
    try (TriedPhone trial =
        TriedPhone.secure("baresip", SrtpMode.MANDATORY, ";mediaenc=srtp-mand")) {
      trial.awaitNext();
      for (String number : List.of("1001", "1008", "1031", "1041")) {
        perform(trial, number, REFUSING_KEYS);
        TrialEvent.Over over = trial.awaitOver();
        assertThat(over.sightings())
            .as("%s\n%s", number, trial.phone().output())
            .allMatch(s -> s.holds());
      }
      Certificate certificate = trial.stopped();
      assertThat(certificate.results())
          .filteredOn(r -> r.state() == State.NOT_MET)
          .as("%s", trial.told())
          .isEmpty();
      assertThat(certificate.results())
          .filteredOn(r -> r.requirement().id().startsWith("regist"))
          .anyMatch(r -> r.state() == State.MET);
      assertThat(connections(trial.folder().resolve("evidence"))).hasSize(1);
    }
  }

  /** The ends of the connections over which anything was said. */
  private static Set<String> connections(Path evidence) throws IOException {
    Set<String> out = new TreeSet<>();
    try (Stream<Path> files = Files.walk(evidence)) {
      for (Path trace : files.filter(f -> f.endsWith("trace.txt")).toList()) {
        Matcher m =
            Pattern.compile("TLS  (\\S+) -> \\S+  far-end receives")
                .matcher(Files.readString(trace));
        m.results().map(r -> r.group(1)).forEach(out::add);
      }
    }
    return out;
  }

  /** How it is set up, and the reason for which it is refused. */
  @DataProvider
  public Object[][] wronglySetUp() {
    return new Object[][] {
      {"g711", ";audio_codecs=PCMA/8000/1,PCMU/8000/1", "codecs", "found PCMA, PCMU"},
      {"g711", ";audio_codecs=PCMU/8000/1", "codecs", "found PCMU in"},
      {"g711", ";mediaenc=srtp-mand", "srtp-mode", "expected off, found mandatory"},
      {"g711", ";ptime=40", "ptime", "expected 20, found 40"},
      {"g711", ";outbound=\"PLACE;transport=tcp\"", "transport", "udp, tcp, tls, found tcp"},
      {"g711", ";regint=600", "registration-expires", "expected 3600, found 600"},
    };
  }

  @Test(dataProvider = "wronglySetUp")
  public void whatIsSetUpOtherwiseIsRefusedForItsReason(
      String modules, String account, String requirement, String reason) throws Exception {
    try (TriedPhone trial = TriedPhone.start("baresip", modules, account)) {
      trial.awaitNext();
      perform(trial, "1001", REFUSING_PLAIN);
      trial.awaitOver();
      Certificate certificate = trial.stopped();
      assertThat(certificate.conclusion()).isEqualTo(Conclusion.NOT_CERTIFIED);
      List<RequirementResult> broken =
          certificate.results().stream().filter(r -> r.state() == State.NOT_MET).toList();
      assertThat(broken).extracting(r -> r.requirement().id()).containsExactly(requirement);
      assertThat(certificate.obstacles().get(0)).startsWith(requirement);
      assertThat(broken.get(0).reason().orElse("")).contains(reason);
    }
  }
}
