package io.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.capture.CaptureFile;
import io.parley.profile.Profiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What Reason headers of a captured call are taken for. */
public class ReleasesTests {
  private static final String CALLER = "192.0.2.10:5060";
  private static final String CALLED = "203.0.113.20:5060";
  private static final String GUID = "9810e5a9-667c-4513-8d3a-5d83503e1c71";

  @DataProvider
  public Object[][] statuses() {
    return new Object[][] {
      {486, "Q.850;cause=17", false, "fits 486 (RFC 3398 §7.2.4.1 (section from memory))"},
      {503, "Q.850;cause=41", false, "fits 503 (RFC 3398 §7.2.4.1 (section from memory))"},
      {600, "Q.850;cause=17", false, "fits 600 (RFC 3398 §8.2.6.1 (section from memory))"},
      {603, "Q.850;cause=21", false, "fits 603"},
      {486, "Q.850;cause=34", true, "A switch that routes by the cause tries another way"},
      {503, "Q.850;cause=17", true, "A switch that routes by the cause gives up"},
      {404, "Q.850;cause=21", true, "404 speaks of the number called"},
      {
        488,
        "Q.850;cause=88",
        false,
        "becomes 503 by RFC 3398 §7.2.4.1 (section from memory), not 488"
      },
      {603, "Q.850;cause=16", false, "explains no 603"},
      {480, "Q.850;cause=127", false, "nothing in particular"},
      {486, "SIP;cause=503", true, "further on it was 503 Service Unavailable"},
      {480, "SIP;cause=408", false, "what stands between made 480 of it"},
      {403, "Q.850;cause=63;text=\"" + GUID + ";Forbidden\"", true, "becomes"},
    };
  }

  @Test(dataProvider = "statuses")
  public void theCauseIsHeldAgainstTheStatus(
      int status, String reason, boolean contradicts, String words) throws IOException {
    Release r = only(refused(status, reason));
    assertThat(r.contradicts()).as(r.toString()).isEqualTo(contradicts);
    if (!words.equals("becomes")) {
      assertThat(r.agreement().orElseThrow().words()).contains(words);
    }
  }

  @Test
  public void whereThereIsNothingToHoldItAgainstNothingIsSaid() throws IOException {
    assertThat(only(refused(486, "SIP;cause=486")).agreement()).isEmpty();
    assertThat(only(refused(486, "Q.850;cause=10")).agreement()).isEmpty();
    assertThat(only(refused(487, "Q.850;text=none")).agreement()).isEmpty();
  }

  @Test
  public void whoRaisedItIsSaidAsFarAsItIsKnown() throws IOException {
    assertThat(
            only(refused(403, "Q.850;cause=63;text=\"" + GUID + ";Blocked; by LBR\"")).raisedBy())
        .isEqualTo("Microsoft Teams, in its call " + GUID + ": Blocked; by LBR");
    assertThat(only(refused(486, "Q.850;cause=17;location=RLN")).raisedBy())
        .startsWith(
            "the public network of the remote user (location RLN, RFC 8606 §4 (section from memory))");
    assertThat(only(refused(486, "Q.850;cause=17;location=ME")).raisedBy())
        .startsWith("location ME, which RFC 8606 does not name");
    assertThat(only(refused(486, "Q.850;cause=17")).raisedBy())
        .isEqualTo("the called side (" + CALLED + "), or what is behind it");
  }

  @Test
  public void aCallThatEndsByAFaultWasCutOff() throws IOException {
    ExplainedCall call = explained(answered() + bye(false, "Q.850;cause=38"));
    assertThat(call.cutOff()).isTrue();
    assertThat(call.failed()).isTrue();
    assertThat(call.releases().get(0).in()).isEqualTo("BYE");
    assertThat(call.releases().get(0).raisedBy()).startsWith("the called side");
  }

  @DataProvider
  public Object[][] ordinary() {
    return new Object[][] {
      {"Q.850;cause=16"}, {"Q.850;cause=31"}, {"SIP;cause=200"}, {"Q.850;cause=600"}, {"x"}, {""},
    };
  }

  @Test(dataProvider = "ordinary")
  public void aCallThatWasHungUpWentWell(String reason) throws IOException {
    ExplainedCall call = explained(answered() + bye(true, reason));
    assertThat(call.failed()).isFalse();
    assertThat(call.releases())
        .allMatch(r -> r.raisedBy().startsWith("the calling side (" + CALLER + ")"));
  }

  @Test
  public void aCancelSaysThatAnotherPhoneTookTheCall() throws IOException {
    String cancel = request("CANCEL", CALLER, CALLED, "a", "", "SIP;cause=200");
    ExplainedCall call =
        explained(invite() + cancel + response(487, "Request Terminated", "1 INVITE", ""));
    assertThat(call.failed()).isFalse();
    assertThat(call.releases()).hasSize(1);
    assertThat(call.releases().get(0).reading()).contains("completed elsewhere");
  }

  /** A proxy that stays in the path keeps Call-ID and tags. */
  @Test
  public void eachHopHasItsOwnBye() throws IOException {
    String third = "203.0.113.30:5060";
    String text =
        answered()
            + request("INVITE", CALLED, third, "a", "", "")
            + bye(true, "SIP;cause=503")
            + request("BYE", CALLED, third, "a", ";tag=b", "SIP;cause=408");
    assertThat(all(text).calls())
        .extracting(c -> c.releases().get(0).reading())
        .containsExactly("SIP status 503, Service Unavailable", "SIP status 408, Request Timeout");
  }

  /** Whatever stands in the header, something is said and nothing is thrown. */
  @Test
  public void hostileValuesAreRead() throws IOException {
    Random random = new Random(3326);
    String alphabet = "Q.850SIP;;;===,,\"\"\\cause text location 0123456789<>-\u00e4\u0001%${}";
    for (int i = 0; i < 400; i++) {
      StringBuilder reason = new StringBuilder(random.nextBoolean() ? "Q.850;cause=" : "");
      for (int n = random.nextInt(60); n > 0; n--) {
        reason.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      ExplainedCall call = explained(refused(486, reason.toString()));
      assertThat(call.releases()).hasSizeLessThanOrEqualTo(8).allMatch(r -> !r.reading().isBlank());
      CodeLookup.isCode(reason.toString());
      if (CodeLookup.isCode(reason.toString())) {
        assertThat(CodeLookup.of(reason.toString()).reading()).isNotBlank();
      }
    }
  }

  @Test
  public void aThousandReasonsAreNotToldOneByOne() throws IOException {
    String many = "Q.850;cause=17" + ", SIP;cause=486".repeat(1000);
    assertThat(explained(refused(486, many)).releases()).hasSize(8);
  }

  private static Release only(String trace) throws IOException {
    ExplainedCall call = explained(trace);
    assertThat(call.releases()).hasSize(1);
    return call.releases().get(0);
  }

  private static ExplainedCall explained(String trace) throws IOException {
    return all(trace).calls().get(0);
  }

  private static Explanation all(String trace) throws IOException {
    Explainer explainer =
        new Explainer(List.of(Profiles.shipped().get("sipconnect").orElseThrow()), false);
    byte[] bytes = trace.getBytes(StandardCharsets.UTF_8);
    return explainer.explain(CaptureFile.read("trace", new ByteArrayInputStream(bytes)));
  }

  private static String refused(int status, String reason) {
    return invite() + response(status, "Words", "1 INVITE", reason);
  }

  private static String answered() {
    return invite() + response(200, "OK", "1 INVITE", "");
  }

  private static String invite() {
    return request("INVITE", CALLER, CALLED, "a", "", "");
  }

  private static String bye(boolean byCaller, String reason) {
    return byCaller
        ? request("BYE", CALLER, CALLED, "a", ";tag=b", reason)
        : request("BYE", CALLED, CALLER, "b", ";tag=a", reason);
  }

  private static String request(
      String method, String from, String to, String tag, String toTag, String reason) {
    return """
        2026-11-21 10:00:00.100 %s -> %s
        %s sip:+15550100001@example.com SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK%s
        From: <sip:a@example.com>;tag=%s
        To: <sip:b@example.com>%s
        Call-ID: one
        CSeq: %d %s
        %sContent-Length: 0

        """
        .formatted(
            from,
            to,
            method,
            method.equals("BYE") ? "bye" : "inv" + to.replaceAll("\\W", ""),
            tag,
            toTag,
            method.equals("BYE") ? 2 : 1,
            method,
            header(reason));
  }

  private static String response(int status, String words, String cseq, String reason) {
    return """
        2026-11-21 10:00:00.140 %s -> %s
        SIP/2.0 %d %s
        Via: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKinv%s
        From: <sip:a@example.com>;tag=a
        To: <sip:b@example.com>;tag=b
        Call-ID: one
        CSeq: %s
        %sContent-Length: 0

        """
        .formatted(
            CALLED, CALLER, status, words, CALLED.replaceAll("\\W", ""), cseq, header(reason));
  }

  private static String header(String reason) {
    return reason.isEmpty() ? "" : "Reason: " + reason + "\n";
  }
}
