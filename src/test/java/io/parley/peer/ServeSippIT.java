package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.run.ExitCode;
import io.parley.run.ServeOutcome;
import io.parley.run.ServeRequest;
import io.parley.serve.Objection;
import io.parley.serve.ServedCall;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** SIPp calls, and is called by, a far end that {@code serve} plays. */
public class ServeSippIT {
  private static final String NUMBER = "+15550100000";

  @BeforeClass
  public void sippIsThere() {
    Sipp.require();
  }

  private static Sipp uac(ServedFarEnd farEnd, String number, String more) {
    InetSocketAddress own = OwnPlace.next();
    return Sipp.start(farEnd.place(), "-sn uac " + Sipp.at(own), "-s " + number + " " + more);
  }

  @DataProvider
  public Object[][] transports() {
    return new Object[][] {{Transport.UDP, "u1"}, {Transport.TCP, "t1"}};
  }

  @Test(dataProvider = "transports")
  public void goodCallsAreTakenAndReported(Transport transport, String option) throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", transport)) {
      assertThat(uac(farEnd, NUMBER, "-m 3 -d 200 -t " + option).exitCode()).isZero();
      ServedCall call = farEnd.ruling(c -> true);
      assertThat(call.accepted()).isTrue();
      assertThat(call.to()).isEqualTo(NUMBER);
      assertThat(call.offer().orElseThrow()).contains("m=audio");
      ServeOutcome outcome = farEnd.stopped();
      assertThat(outcome.code()).isEqualTo(ExitCode.PASSED);
      assertThat(outcome.calls()).isEqualTo(3);
      assertThat(outcome.good()).isEqualTo(3);
      assertThat(farEnd.report("junit.xml")).contains("tests=\"3\" failures=\"0\"");
      Path evidence = farEnd.folder().resolve("evidence/call-00002@sipconnect");
      assertThat(evidence.resolve("ladder.svg")).content().contains("BYE");
      assertThat(evidence.resolve("call.pcap")).isNotEmptyFile();
      assertThat(evidence.resolve("trace.txt")).content().contains("SIP/2.0 200 OK", "ACK sip:");
      try (Stream<Path> results = Files.list(farEnd.folder().resolve("allure-results"))) {
        assertThat(results.filter(p -> p.toString().endsWith("-result.json"))).hasSize(3);
      }
    }
  }

  @Test
  public void aRefusalIsToldWithEachRuleTheLineAndWhatToChange() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("teams-direct-routing", Transport.UDP)) {
      Sipp sipp = uac(farEnd, "5550100000", "-m 1");
      assertThat(sipp.exitCode()).isNotZero();
      ServedCall call = farEnd.ruling(c -> true);
      assertThat(call.accepted()).isFalse();
      assertThat(call.objections())
          .extracting(Objection::rule)
          .containsExactly("number-format", "srtp-missing");
      Objection srtp = call.objections().get(1);
      assertThat(srtp.place())
          .hasValueSatisfying(p -> assertThat(p).contains("m=audio", "RTP/AVP"));
      assertThat(srtp.change().orElseThrow().next()).contains("SRTP");
      assertThat(srtp.code()).hasValue("531000");
      ServeOutcome outcome = farEnd.stopped();
      assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
      String findings = farEnd.report("evidence/call-00001@teams-direct-routing/findings.txt");
      assertThat(findings).contains("rule of the far end broken", "srtp-missing", "who");
      String trace = farEnd.report("evidence/call-00001@teams-direct-routing/trace.txt");
      assertThat(trace)
          .contains("REASON: Q.850;", "SERVER: Microsoft.PSTNHub.SIPProxy", "ACK sip:");
    }
  }

  /** A short version of a load of half a minute, which is done by hand. */
  @Test
  public void fiftyCallsASecondAreServed() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP)) {
      assertThat(uac(farEnd, NUMBER, "-m 150 -r 50 -d 200").exitCode()).isZero();
      ServeOutcome outcome = farEnd.stopped();
      assertThat(outcome.good()).isEqualTo(150);
      assertThat(outcome.untold()).isZero();
    }
  }

  @Test
  public void itEndsByItselfAfterSoManyCalls() throws Exception {
    try (ServedFarEnd farEnd =
        ServedFarEnd.open("sipconnect", Optional.empty(), OptionalInt.of(2), Transport.UDP)) {
      assertThat(uac(farEnd, NUMBER, "-m 2 -d 100").exitCode()).isZero();
      assertThat(farEnd.ended().calls()).isEqualTo(2);
    }
  }

  @Test
  public void itCallsAsTheFarEndDoesAndJudgesTheAnswer() throws Exception {
    InetSocketAddress own = OwnPlace.next();
    String place = own.getAddress().getHostAddress() + ":" + own.getPort();
    Sipp sipp =
        Sipp.start("-sn uas -m 1 -i " + own.getAddress().getHostAddress() + " -p " + own.getPort());
    ServeRequest.Dial dial = new ServeRequest.Dial(NUMBER, "sip:" + place, Duration.ofMillis(300));
    try (ServedFarEnd farEnd =
        ServedFarEnd.open(
            "teams-direct-routing", Optional.of(dial), OptionalInt.of(1), Transport.UDP)) {
      ServedCall call = farEnd.ruling(c -> true);
      assertThat(call.what()).isEqualTo("dialled INVITE");
      assertThat(call.status()).isEqualTo(200);
      assertThat(call.notes()).anySatisfy(n -> assertThat(n).contains("RTP/SAVP, as offered"));
      assertThat(farEnd.ended().code()).isEqualTo(ExitCode.FAILED);
      assertThat(sipp.exitCode()).isZero();
      String trace = farEnd.report("evidence/call-00001@teams-direct-routing/trace.txt");
      assertThat(trace)
          .contains("sip.pstnhub.microsoft.com", "SESSION-EXPIRES: 3600")
          .contains("m=audio", "RTP/SAVP 104", "BYE sip:");
    } finally {
      sipp.close();
    }
  }

  @Test
  public void aNumberThatNobodyMayDialIsRefused() throws Exception {
    ServeRequest.Dial dial = new ServeRequest.Dial("112", "sip:127.0.0.1:9", Duration.ZERO);
    assertThatThrownBy(
            () ->
                ServedFarEnd.open("zoom-byoc", Optional.of(dial), OptionalInt.of(1), Transport.UDP))
        .hasMessageContaining("112 is an emergency or short number");
  }
}
