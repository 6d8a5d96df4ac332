package io.parley.profile;

import static io.parley.profile.Objections.AES_80;
import static io.parley.profile.Objections.CALLEE;
import static io.parley.profile.Objections.sdp;
import static io.parley.profile.Objections.with;
import static io.parley.profile.Objections.without;
import static io.parley.profile.Requests.good;
import static io.parley.profile.Requests.goodOffer;
import static io.parley.profile.Requests.invite;
import static io.parley.profile.Requests.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.HeaderField;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class RulingTests {
  private static final String TEAMS = "teams-direct-routing";
  private static final String BYPASS = "teams-media-bypass";
  private static final String ZOOM = "zoom-byoc";
  private static final String TRUNK = "sipconnect";
  private static final Profiles PROFILES = Profiles.shipped();

  private final Set<String> covered = new TreeSet<>();

  @DataProvider
  public Object[][] objections() {
    return Objections.all();
  }

  @Test(dataProvider = "objections")
  public void eachRuleRefusesAsTheProfileDoes(
      String profile, String rule, String request, int status) {
    Ruling ruling = judge(profile, request);
    if (status == 0) {
      boolean other = !ruling.accepted() && !label(ruling).equals(rule);
      assertThat(ruling.accepted() || other).as(ruling.toString()).isTrue();
      return;
    }
    assertThat(ruling).isInstanceOf(Ruling.Refuse.class);
    assertThat(label(ruling)).isEqualTo(rule);
    assertThat(refusal(ruling).status()).isEqualTo(status);
    assertThat(refusal(ruling).explanation()).isNotBlank();
    covered.add(profile + " " + rule);
  }

  @Test(dependsOnMethods = "eachRuleRefusesAsTheProfileDoes")
  public void noRuleIsWithoutATest() {
    for (String name : Profiles.MAIN) {
      List<Rule> rules = PROFILES.get(name).orElseThrow().rules();
      rules.forEach(r -> assertThat(covered).contains(name + " " + r.condition().label()));
    }
  }

  @DataProvider
  public Object[][] nearMisses() {
    List<Object[]> rows = new ArrayList<>();
    String bypassExample = goodOffer().replace("RTP/SAVP", "UDP/TLS/RTP/SAVP");
    for (String profile : secureProfiles()) {
      taken(rows, good(), profile);
      taken(rows, sdp(offer("PCMU", "AEAD_AES_256_GCM," + AES_80)), profile);
      taken(rows, sdp(bypassExample + "a=setup:actpass\r\n"), profile);
      taken(rows, sdp(goodOffer().replace("\r\n", "\n")), profile);
      taken(rows, sdp(goodOffer() + "a=x-unknown:1\r\n"), profile);
      taken(rows, sdp(goodOffer() + "m=video 0 RTP/SAVP 96\r\n"), profile);
      taken(rows, with("Session-Expires: 1800;refresher=uac"), profile);
      taken(rows, good().replace("127.0.1.1:5060>", "sbc.example.com>"), profile);
      taken(rows, good().replace("Content-Type: a", "c: A"), profile);
    }
    taken(rows, sdp(offer("iLBC,G729", AES_80)), TEAMS, BYPASS, ZOOM);
    taken(rows, sdp(offer("speex,PCMA", AES_80)), TRUNK);
    taken(rows, sdp(without("a=(ice|candidate)")), TEAMS, ZOOM, TRUNK);
    taken(rows, sdp(offer("PCMU", "")), TRUNK);
    String tel =
        good().replace("INVITE sip:" + CALLEE + "@sbc.example.com", "INVITE tel:" + CALLEE);
    taken(rows, tel, TRUNK);
    taken(rows, multipart(), ZOOM, TRUNK);
    return rows.toArray(Object[][]::new);
  }

  /** All but the one that takes plain RTP only. */
  private static List<String> secureProfiles() {
    return PROFILES.names().stream().filter(n -> !n.equals("twilio")).toList();
  }

  @Test(dataProvider = "nearMisses")
  public void nearMissesAreTaken(String profile, String request) {
    assertThat(judge(profile, request)).isInstanceOf(Ruling.Accept.class);
  }

  @Test
  public void teamsSaysWhyInAReasonHeaderAndNeverInAWarning() {
    Ruling.Refuse refusal = refusal(judge(TEAMS, sdp(offer("PCMU", ""))));
    assertThat(refusal.headers())
        .extracting(HeaderField::name)
        .containsExactly("Reason", "Contact", "Allow");
    assertThat(refusal.headers().get(0).value())
        .matches("Q\\.850;cause=88;text=\"[0-9a-f-]{36};SrtpEncryptionRequired\"");
    assertThat(refusal.code()).contains("531000");
    assertThat(PROFILES.get(BYPASS).orElseThrow().rules())
        .flatExtracting(Rule::headers)
        .extracting(HeaderField::name)
        .doesNotContain("Warning");
  }

  @Test
  public void refusalsPointAtTheLineOfTheOffer() {
    String sdp = offer("iLBC", AES_80);
    int line = sdp.substring(0, sdp.indexOf("m=audio")).split("\r\n").length + 1;
    assertThat(refusal(judge(TRUNK, sdp(sdp))).sdpLine()).hasValue(line);
  }

  @Test
  public void anOfferAloneCanBeJudged() {
    Profile bypass = PROFILES.get(BYPASS).orElseThrow();
    assertThat(bypass.acceptsOffer(goodOffer().getBytes())).isTrue();
    assertThat(bypass.acceptsOffer(without("a=candidate").getBytes())).isFalse();
    assertThat(bypass.acceptsOffer(new byte[0])).isFalse();
    assertThat(PROFILES.get(TRUNK).orElseThrow().acceptsOffer(new byte[0])).isTrue();
  }

  @Test
  public void withinACallAnOfferMayBeMissingOrInactive() {
    String inactive = sdp(goodOffer().replace("a=sendrecv", "a=inactive"));
    assertThat(within(TEAMS, invite(CALLEE, "")).accepted()).isTrue();
    assertThat(within(ZOOM, inactive).accepted()).isTrue();
    assertThat(within(ZOOM, sdp(offer("iLBC", AES_80))).accepted()).isFalse();
  }

  @Test
  public void aFullTrunkRefuses() {
    Judged full = new Judged(SipMessage.of(good()), Requests.PLAN, false, true);
    Ruling ruling = PROFILES.get(TRUNK).orElseThrow().judge(full);
    assertThat(refusal(ruling).status()).isEqualTo(503);
    assertThat(refusal(ruling).headers()).extracting(HeaderField::name).contains("Retry-After");
  }

  @Test
  public void whatIsUnusualIsNoted() {
    String quiet = good().replace("+15550190000", "15550190000");
    assertThat(((Ruling.Accept) judge(TEAMS, quiet)).notes()).hasSize(1);
    Ruling.Accept noDtmf = (Ruling.Accept) judge(TRUNK, sdp(offer("PCMU", AES_80)));
    assertThat(noDtmf.notes()).singleElement().asString().contains("telephone-event");
  }

  private static Ruling within(String profile, String request) {
    Judged judged = new Judged(SipMessage.of(request), Requests.PLAN, true, false);
    return PROFILES.get(profile).orElseThrow().judge(judged);
  }

  private static Ruling judge(String profile, String request) {
    return PROFILES.get(profile).orElseThrow().judge(Requests.judged(request));
  }

  private static Ruling.Refuse refusal(Ruling ruling) {
    return (Ruling.Refuse) ruling;
  }

  private static String label(Ruling ruling) {
    return refusal(ruling).rule().condition().label();
  }

  private static void taken(List<Object[]> rows, String request, String... profiles) {
    for (String profile : profiles) {
      rows.add(new Object[] {profile, request});
    }
  }

  private static String multipart() {
    String body =
        "--b\r\nContent-Type: application/sdp\r\n\r\n"
            + goodOffer()
            + "--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b--\r\n";
    return good()
        .split("Content-Type")[0]
        .concat("Content-Type: multipart/mixed;boundary=\"b\"\r\n")
        .concat("Content-Length: " + body.length() + "\r\n\r\n" + body);
  }
}
