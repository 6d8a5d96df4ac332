package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sip.Ids;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ReceptionTests {
  private static final String CALLEE = "+15550100007";
  private static final Profiles PROFILES = Profiles.shipped();

  private Phone phone;
  private Phone tcpPhone;
  private EmbeddedSbc trunk;
  private EmbeddedSbc teams;

  @BeforeClass
  public void open() {
    phone = Phone.open("127.0.1.1");
    tcpPhone = Phone.open("127.0.1.1", Transport.TCP);
    trunk = sbc("sipconnect", "127.0.3.4");
    teams = sbc("teams-direct-routing", "127.0.3.1");
  }

  private static EmbeddedSbc sbc(String profile, String host) {
    return EmbeddedSbc.open(
        SbcSettings.of(
            PROFILES.get(profile).orElseThrow(),
            new InetSocketAddress(host, 0),
            Optional.empty(),
            Requests.PLAN));
  }

  @AfterClass(alwaysRun = true)
  public void close() {
    trunk.close();
    teams.close();
    phone.close();
    tcpPhone.close();
  }

  @DataProvider
  public Object[][] broken() {
    String good = Requests.good();
    List<Object[]> rows = new ArrayList<>();
    rows.add(row("no From", good.replaceAll("From: [^\r]*\r\n", ""), 400));
    rows.add(row("no To", good.replaceAll("To: [^\r]*\r\n", ""), 400));
    rows.add(row("no Call-ID", good.replaceAll("Call-ID: [^\r]*\r\n", ""), 400));
    rows.add(row("no CSeq", good.replaceAll("CSeq: [^\r]*\r\n", ""), 400));
    rows.add(row("no Contact", good.replaceAll("Contact: [^\r]*\r\n", ""), 400));
    rows.add(row("no From tag", good.replace(";tag=1", ""), 400));
    rows.add(row("two Call-IDs", good.replace("CSeq:", "Call-ID: x\r\nCSeq:"), 400));
    rows.add(row("CSeq method", good.replace("CSeq: 1 INVITE", "CSeq: 1 OPTIONS"), 400));
    rows.add(row("CSeq too large", good.replace("CSeq: 1 ", "CSeq: 36893488147419103232 "), 400));
    rows.add(row("CSeq words", good.replace("CSeq: 1 INVITE", "CSeq: one"), 400));
    rows.add(row("Max-Forwards", good.replace("rds: 70", "rds: many"), 400));
    rows.add(row("long", good.replaceAll("Content-Length: \\d+", "Content-Length: 9999"), 400));
    rows.add(row("negative", good.replaceAll("Content-Length: \\d+", "Content-Length: -1"), 400));
    String twice = good.replace("Content-Length:", "Content-Length: 5\r\nContent-Length:");
    rows.add(row("two lengths", twice, 400));
    rows.add(row("bare URI", good.replaceAll("INVITE (sip:\\S+)", "INVITE <$1>"), 400));
    rows.add(row("spaces in URI", good.replace("@sbc.", " @sbc."), 400));
    rows.add(row("no version", good.replaceFirst(" SIP/2.0\r\n", "\r\n"), 400));
    rows.add(row("open quote", good.replace("From: <", "From: \"Alice <"), 400));
    rows.add(row("odd display name", good.replace("From: <", "From: Bell, Alexander <"), 400));
    rows.add(row("no colon", good.replace("CSeq:", "what is this\r\nCSeq:"), 400));
    rows.add(row("Via parameters", good.replace(";branch=", ";;,;branch="), 400));
    rows.add(row("bare cookie", good.replace("=z9hG4bK-1", "=z9hG4bK"), 400));
    rows.add(row("version 7", good.replaceFirst("SIP/2.0", "SIP/7.0"), 505));
    rows.add(row("unknown scheme", good.replace("INVITE sip:", "INVITE nobody:"), 416));
    rows.add(row("unknown method", good.replace("INVITE", "NEWMETHOD"), 501));
    rows.add(row("known method", good.replace("INVITE", "PUBLISH"), 405));
    rows.add(row("BYE without a call", good.replace("INVITE", "BYE"), 481));
    String to = "To: <sip:" + CALLEE + "@sbc.example.com>";
    rows.add(row("tag without a call", good.replace(to, to + ";tag=none"), 481));
    rows.add(row("CANCEL without a call", good.replace("INVITE", "CANCEL"), 481));
    rows.add(row("no hops left", good.replace("rds: 70", "rds: 0"), 483));
    rows.add(row("extension", good.replace("CSeq:", "Require: precondition\r\nCSeq:"), 420));
    rows.add(
        row("huge header", good.replace("CSeq:", "To: " + "a".repeat(9000) + "\r\nCSeq:"), 400));
    rows.add(
        row(
            "deep quotes",
            good.replace("From: <", "From: \"" + "\\\"".repeat(9000) + "\" <"),
            400));
    return rows.toArray(Object[][]::new);
  }

  @BeforeMethod
  public void forget() {
    phone.clear();
  }

  @Test(dataProvider = "broken")
  public void whatIsWrongIsAnsweredAndTheSbcLives(String name, String text, int status) {
    answered(text, trunk, status);
    answered(text, teams, status);
    assertThat(options(trunk).status()).hasValue(200);
  }

  private void answered(String text, EmbeddedSbc sbc, int status) {
    SipMessage sent = SipMessage.of(fresh(text));
    phone.raw(sent.text(), sbc.address());
    SipMessage answer = answer(sent);
    assertThat(answer.status()).as(answer.text()).hasValue(status);
    if (status == 420) {
      assertThat(answer.first("Unsupported")).contains("precondition");
    } else if (status == 405 || status == 501) {
      assertThat(answer.first("Allow").orElse("")).contains("INVITE");
    }
  }

  @Test
  public void teamsWritesNamesInCapitals() {
    SipMessage sent = SipMessage.of(fresh(Requests.invite(CALLEE, "")));
    phone.raw(sent.text(), teams.address());
    SipMessage answer = answer(sent);
    assertThat(answer.status()).hasValue(415);
    assertThat(answer.text()).contains("\r\nREASON: Q.850;cause=79;text=").contains("\r\nSERVER: ");
    assertThat(answer.first("Accept")).contains("application/sdp");
    assertThat(answer.text()).doesNotContain("Warning").doesNotContain("WARNING");
  }

  @Test
  public void theSameRequestOverAnotherPathIsMerged() {
    String one = fresh(Requests.invite("+15550109999", Requests.goodOffer()));
    SipMessage sent = SipMessage.of(one);
    phone.raw(one, trunk.address());
    assertThat(answer(sent).status()).hasValue(404);
    phone.raw(one.replaceFirst("branch=[^;\r]+", "branch=z9hG4bK-other"), trunk.address());
    phone.response(482, "INVITE");
  }

  @Test
  public void requestsOfTheOldSipAreServed() {
    String old = fresh(Requests.good()).replaceFirst(";branch=[^;\r]+", "");
    phone.raw(old.replaceFirst("Max-Forwards: 70\r\n", ""), trunk.address());
    assertThat(answer(SipMessage.of(old)).status()).hasValue(200);
  }

  @Test
  public void noiseDoesNotStopIt() {
    Random random = new Random(7);
    try (Phone noisy = Phone.open("127.0.1.2")) {
      for (int i = 0; i < 300; i++) {
        byte[] noise = new byte[random.nextInt(400)];
        random.nextBytes(noise);
        noisy.endpoint.sendStateless(noise, Transport.UDP, trunk.address());
        byte[] bent = fresh(Requests.good(), noisy).getBytes(StandardCharsets.ISO_8859_1);
        for (int k = 0; k < 1 + random.nextInt(8); k++) {
          bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
        }
        noisy.endpoint.sendStateless(bent, Transport.UDP, trunk.address());
      }
      assertThat(options(trunk).status()).hasValue(200);
    }
  }

  @Test
  public void optionsAreAnswered() {
    SipMessage answer = options(trunk);
    assertThat(answer.first("Allow").orElse("")).contains("INVITE").contains("BYE");
    assertThat(answer.first("Accept").orElse("")).contains("application/sdp");
    SipMessage overTcp =
        tcpPhone.send(tcpPhone.request("OPTIONS", "ping", trunk.address(), ""), trunk.address());
    assertThat(tcpPhone.finalResponse(overTcp).status()).hasValue(200);
  }

  /** The final response to what was sent: told by Call-ID, by branch where that is missing. */
  private SipMessage answer(SipMessage sent) {
    return phone
        .next(
            m ->
                m.status().orElse(0) >= 200
                    && m.callId().equals(sent.callId())
                    && (!sent.callId().isEmpty() || m.branch().equals(sent.branch())),
            "an answer to " + sent)
        .message();
  }

  private SipMessage options(EmbeddedSbc sbc) {
    return phone.finalResponse(send("OPTIONS", sbc));
  }

  private SipMessage send(String method, EmbeddedSbc sbc) {
    return phone.send(phone.request(method, "ping", sbc.address(), ""), sbc.address());
  }

  /** The request under an identity of its own, answered at the phone. */
  private String fresh(String text) {
    return fresh(text, phone);
  }

  private static String fresh(String text, Phone at) {
    return text.replace("127.0.1.1:5060", Flow.text(at.address()))
        .replace("z9hG4bK-1", Ids.branch())
        .replace("1@example.com", Ids.callId());
  }

  private static Object[] row(String name, String text, int status) {
    return new Object[] {name, text, status};
  }
}
