package io.parley.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Profiles that are played when asked for: what each refuses otherwise than the one it extends. */
public class CarrierProfilesTests {
  private static final Profiles PROFILES = Profiles.shipped();
  private static final String AES_80 = "AES_CM_128_HMAC_SHA1_80";

  @DataProvider
  public static Object[][] refusals() {
    String plain = invite(Requests.offer("PCMU", ""));
    String secure = invite(Requests.goodOffer());
    String national = Requests.invite("015550100007", Requests.offer("PCMU", ""));
    return new Object[][] {
      {"twilio", "srtp-unwanted", secure, 488, "32207"},
      {"twilio-secure", "srtp-missing", plain, 488, "32208"},
      {"google-gtp", "srtp-missing", plain, 488, ""},
      {"chime-encrypted", "srtp-missing", plain, 488, ""},
      {"exotel", "no-common-codec", invite(Requests.offer("G729", "")), 488, ""},
      {"exotel", "number-format", national, 484, ""},
      {"jambonz", "offer-missing", invite(""), 488, ""},
      {"jola-trunk", "number-unknown", dial("+15550109999"), 404, ""},
      {"jola-trunk", "busy", dial("+15550101486"), 486, ""},
      {"jola-trunk", "server-error", dial("+15550101500"), 500, ""},
      {"jola-trunk", "cost-limit", dial("+15550102603"), 603, ""},
    };
  }

  @Test(dataProvider = "refusals")
  public void eachRefusesAsDocumented(
      String profile, String rule, String request, int status, String code) {
    Ruling ruling = judge(profile, request);
    assertThat(ruling).isInstanceOf(Ruling.Refuse.class);
    Ruling.Refuse refusal = (Ruling.Refuse) ruling;
    assertThat(refusal.rule().condition().label()).isEqualTo(rule);
    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.code().orElse("")).isEqualTo(code);
  }

  @DataProvider
  public static Object[][] acceptances() {
    return new Object[][] {
      {"twilio", invite(Requests.offer("PCMU", ""))},
      {"google-gtp", invite(Requests.offer("opus", "AEAD_AES_256_GCM"))},
      {"vonage", invite(Requests.offer("speex/16000", AES_80))},
      {"genesys-byoc", invite(Requests.offer("PCMU", "").replace("192.0.2.10", "0.0.0.0"))},
      {"rfc-trunk", invite("")},
      {"zoom-byop", Requests.invite("2001", Requests.goodOffer())},
    };
  }

  @Test(dataProvider = "acceptances")
  public void eachTakesWhatItDocuments(String profile, String request) {
    Judged judged = Judged.of(SipMessage.of(request));
    assertThat(PROFILES.get(profile).orElseThrow().judge(judged)).isInstanceOf(Ruling.Accept.class);
  }

  /** What carriers answer when every channel is taken. */
  @Test
  public void aFullTrunkAnswersAsItsCarrierSays() {
    Judged full = new Judged(SipMessage.of(dial("+15550100007")), Requests.PLAN, false, true);
    Map.of("jola-trunk", 486, "telnyx", 403, "rfc-trunk", 503)
        .forEach(
            (name, status) -> {
              Ruling ruling = PROFILES.get(name).orElseThrow().judge(full);
              assertThat(((Ruling.Refuse) ruling).status()).as(name).isEqualTo(status);
            });
  }

  @Test
  public void everyRuleOfTheirOwnIsTested() {
    Set<String> tested =
        new TreeSet<>(Set.of("jola-trunk no-channel-left", "telnyx no-channel-left"));
    for (Object[] row : refusals()) {
      tested.add(row[0] + " " + row[1]);
    }
    assertThat(tested).containsAll(ownRules());
  }

  private static Set<String> ownRules() {
    return PROFILES.names().stream()
        .filter(n -> !Profiles.MAIN.contains(n) && !n.equals("rfc-trunk"))
        .flatMap(n -> own(n).stream().map(r -> n + " " + r.condition().label()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Rule> own(String name) {
    Profile profile = PROFILES.get(name).orElseThrow();
    List<Rule> inherited = profile.parent().flatMap(PROFILES::get).orElseThrow().rules();
    return profile.rules().stream().filter(r -> !inherited.contains(r)).toList();
  }

  private static Ruling judge(String profile, String request) {
    Judged judged = new Judged(SipMessage.of(request), Requests.PLAN, true, true);
    return PROFILES.get(profile).orElseThrow().judge(judged);
  }

  private static String invite(String sdp) {
    return dial("+15550100007", sdp);
  }

  private static String dial(String number) {
    return dial(number, Requests.offer("PCMU", ""));
  }

  private static String dial(String number, String sdp) {
    return Requests.invite(number, sdp);
  }
}
