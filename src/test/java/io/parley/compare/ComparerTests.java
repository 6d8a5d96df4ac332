package io.parley.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.record.RecordedRun;
import io.parley.yaml.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What counts as a difference, of which kind it is, and what only follows from another. */
public class ComparerTests {
  private static final String S = "response/status";
  private static final String STREAMS = "response/streams";

  @DataProvider
  public Object[][] kinds() {
    return new Object[][] {
      {"response/phrase", "Not Acceptable Here", "No", Kind.PHRASE},
      {"response/Reason:", "Q.850;cause=88", "Q.850;cause=16", Kind.REASON},
      {"response/Warning:", "304 a \"b\"", "399 a \"b\"", Kind.WARNING},
      {"response/provisional", "180", "183 with SDP", Kind.PROVISIONAL},
      {"response/audio codecs", "PCMU/8000, PCMA/8000", "PCMA/8000, PCMU/8000", Kind.CODECS},
      {"response/audio payload type of opus/48000/2", "96", "111", Kind.PAYLOAD_TYPE},
      {"response/audio fmtp of opus/48000/2", "useinbandfec=1", "usedtx=1", Kind.FMTP},
      {"response/audio ptime", "20", "30", Kind.PTIME},
      {"response/audio protocol", "RTP/SAVP", "RTP/AVP", Kind.SRTP},
      {
        "response/audio SDES suites",
        "AES_CM_128_HMAC_SHA1_80",
        "AES_CM_128_HMAC_SHA1_32",
        Kind.SRTP
      },
      {"response/audio DTLS fingerprint", "sha-256", "sha-1", Kind.DTLS},
      {"response/audio direction", "sendrecv", "inactive", Kind.DIRECTION},
      {"response/audio address", "{sbc}", "{callee}", Kind.MEDIA_ADDRESS},
      {"response/audio a=rtcp-mux", "present", "absent", Kind.SDP_LINE},
      {"response/session b=", "AS:80", "AS:64", Kind.SDP_LINE},
      {"response/audio a=ice-lite", "present", "absent", Kind.ICE},
      {"response/Session-Expires:", "1800;refresher=uac", "1800;refresher=uas", Kind.SESSION_TIMER},
      {"response/Min-SE:", "90", "300", Kind.SESSION_TIMER},
      {"invite at callee/Via count", "2", "3", Kind.TOPOLOGY},
      {"invite at callee/P-Asserted-Identity:", "<sip:+1{calling}@x>", "absent", Kind.TOPOLOGY},
      {"invite at callee/X-Tenant:", "a", "b", Kind.HEADER},
      {"signalling/hang-up by caller", "BYE 200", "BYE no answer", Kind.HANG_UP},
      {
        "signalling/requests of caller",
        "INVITE 200, UPDATE 200",
        "INVITE 200, UPDATE 488",
        Kind.SIGNALLING
      },
    };
  }

  @Test(dataProvider = "kinds")
  public void eachKindIsTold(String trait, String from, String to, Kind kind) throws IOException {
    RunComparison c = compare(one(trait, from), one(trait, to));
    assertThat(c.groups())
        .singleElement()
        .satisfies(g -> assertThat(g.difference().kind()).isEqualTo(kind))
        .satisfies(g -> assertThat(g.difference().from()).isEqualTo(from))
        .satisfies(g -> assertThat(g.difference().to()).isEqualTo(to));
    assertThat(compare(one(trait, from), one(trait, from)).cases()).isEmpty();
  }

  @Test
  public void whatFollowsFromAStatusIsNotTold() throws IOException {
    String[] refused = {
      S, "488", "response/phrase", "Not Acceptable Here", "response/Warning:", "304 a b"
    };
    String[] other = {
      S, "606", "response/phrase", "Not Acceptable", "response/Warning:", "304 a b"
    };
    String[] answered = {
      S, "200", "response/phrase", "OK", STREAMS, "audio", "response/audio codecs", "PCMU/8000"
    };
    assertThat(kinds(refused, other)).containsExactly(Kind.STATUS);
    assertThat(kinds(refused, answered)).containsExactly(Kind.STATUS, Kind.WARNING);
  }

  @Test
  public void whatFollowsFromAStreamOrACodecIsNotTold() throws IOException {
    String[] both = {
      STREAMS,
      "audio, video",
      "response/audio codecs",
      "PCMU/8000, opus/48000/2",
      "response/audio payload type of opus/48000/2",
      "96",
      "response/audio fmtp of opus/48000/2",
      "useinbandfec=1",
      "response/video codecs",
      "H264/90000",
      "response/video a=rtcp-fb",
      "96 nack"
    };
    String[] one = {STREAMS, "audio, video (port 0)", "response/audio codecs", "PCMU/8000"};
    assertThat(kinds(both, one)).containsExactly(Kind.STREAMS, Kind.CODECS);
    String[] secure = {
      STREAMS,
      "audio",
      "response/audio protocol",
      "RTP/SAVP",
      "response/audio SDES suites",
      "AES_CM_128_HMAC_SHA1_80",
      "response/audio SDES tags",
      "1",
      "response/audio SDES keys",
      "good"
    };
    String[] plain = {STREAMS, "audio", "response/audio protocol", "RTP/AVP"};
    assertThat(kinds(secure, plain)).containsExactly(Kind.SRTP);
  }

  @Test
  public void aTargetThatAlwaysDidBothIsNotChanged() throws IOException {
    assertThat(compare(one(S, "480 OR 486"), one(S, "486")).cases()).isEmpty();
    assertThat(compare(one(S, "480 OR 486"), one(S, "486 OR 480")).cases()).isEmpty();
    assertThat(compare(one(S, "486"), one(S, "480 OR 486")).count(Kind.STATUS)).isEqualTo(1);
  }

  @Test
  public void timesAreJudgedAcrossAllCases() throws IOException {
    RunFile before = new RunFile("2026-11-20T10:00:00Z");
    RunFile after = new RunFile("2026-11-21T10:00:00Z");
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      before.timed("case-" + i, times(random, 10, 0));
      after.timed("case-" + i, times(random, 10, i == 42 ? 150 : 0));
    }
    RunComparison c = compare(before, after);
    assertThat(c.cases()).extracting(ComparedCase::id).containsExactly("case-42");
    assertThat(c.cases().get(0).differences().get(0).kind()).isEqualTo(Kind.TIME);
  }

  @Test
  public void tooFewPlaysAreSaidToBeTooFew() throws IOException {
    RunFile before = new RunFile("2026-11-20T10:00:00Z").timed("a", 10, 11, 12).timed("b", 10);
    RunFile after = new RunFile("2026-11-21T10:00:00Z").timed("a", 510, 511, 512).timed("b", 900);
    RunComparison c = compare(before, after);
    assertThat(c.cases()).isEmpty();
    assertThat(c.remarks())
        .singleElement()
        .asString()
        .contains("cannot be judged")
        .contains("--repeat 5");
  }

  private static double[] times(Random random, int n, double more) {
    return random.doubles(n).map(u -> 20 + more - 8 * Math.log(1 - u)).toArray();
  }

  private static Stream<Kind> kindsOf(RunComparison c) {
    return c.groups().stream().map(g -> g.difference().kind());
  }

  private static List<Kind> kinds(String[] before, String[] after) throws IOException {
    return kindsOf(
            compare(
                new RunFile("2026-11-20T10:00:00Z").played("a", "passed", before),
                new RunFile("2026-11-21T10:00:00Z").played("a", "passed", after)))
        .toList();
  }

  private static RunFile one(String trait, String value) {
    RunFile out = new RunFile("2026-11-20T10:00:00Z");
    String view = trait.split("/")[0] + "/";
    // "absent" in the table means that the trait is not there.
    return value.equals("absent")
        ? out.played("a", "passed", view + "other", "x")
        : out.played("a", "passed", trait, value, view + "other", "x");
  }

  private static RunComparison compare(RunFile before, RunFile after) throws IOException {
    RecordedRun first = RecordedRun.read(before.in(Scratch.folder("before-")));
    RecordedRun second = RecordedRun.read(after.in(Scratch.folder("after-")));
    return new Comparer(first, second, Noise.load(List.of(), new Problems())).compare();
  }
}
