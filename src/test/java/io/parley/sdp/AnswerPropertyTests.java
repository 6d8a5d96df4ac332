package io.parley.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.CryptoSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.testng.annotations.Test;

/** Seeded random offers: what must hold of every answer that we make. */
public class AnswerPropertyTests {
  private static final MediaPlace OURS = new MediaPlace("192.0.2.20", 32000);
  private static final List<String> FORMATS =
      List.of("0", "8", "9", "18", "13", "97", "101", "102");
  private static final List<String> PROTOCOLS =
      List.of("RTP/AVP", "RTP/SAVP", "RTP/AVPF", "RTP/SAVPF", "UDP/TLS/RTP/SAVP");
  private static final List<String> DIRECTIONS =
      List.of("", "a=sendrecv\n", "a=sendonly\n", "a=recvonly\n", "a=inactive\n");
  private static final String MAPS =
      "a=rtpmap:97 iLBC/8000\na=rtpmap:101 telephone-event/8000\na=rtpmap:102 opus/48000/2\n";

  private final Random random = new Random(3264);

  @Test
  public void everyAnswerHoldsBeforeTheJudge() {
    int made = 0;
    for (int round = 0; round < 2000; round++) {
      Sdp offer = offer();
      Answer answer = AnswerBuilder.answer(offer, OURS, SdpSession.fresh());
      if (answer instanceof Answer.Made m) {
        made++;
        assertThat(m.sdp().faults()).as("%s%n%s", offer, m.sdp()).isEmpty();
        assertThat(AnswerJudge.judge(offer, m.sdp())).as("%s%n%s", offer, m.sdp()).isEmpty();
      }
    }
    assertThat(made).isBetween(500, 1900);
  }

  @Test
  public void garbageIsAnsweredOrRefusedWithoutFailing() {
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = offer().bytes();
      for (int i = 0; i < 10; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(AnswerBuilder.answer(Sdp.of(bytes), OURS, SdpSession.fresh())).isNotNull();
    }
  }

  @Test
  public void echoedBytesStayAsTheyWere() {
    String fmtp = "a=fmtp:101 0-16;x=\u00e9";
    byte[] offer =
        ("v=0\no=- 1 1 IN IP4 h\ns=-\nc=IN IP4 h\nt=0 0\nm=audio 4000 RTP/AVP 0 101\n"
                + MAPS
                + fmtp
                + "\n")
            .getBytes(StandardCharsets.UTF_8);
    Answer answer = AnswerBuilder.answer(Sdp.of(offer), OURS, SdpSession.fresh());
    assertThat(new String(((Answer.Made) answer).body(), StandardCharsets.UTF_8)).contains(fmtp);
  }

  private Sdp offer() {
    StringBuilder text = new StringBuilder("v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\n");
    text.append("c=IN IP4 ").append(random.nextInt(5) == 0 ? "0.0.0.0" : "192.0.2.1").append('\n');
    text.append("t=0 0\n").append(one(DIRECTIONS));
    int streams = 1 + random.nextInt(3);
    for (int i = 0; i < streams; i++) {
      text.append(stream());
    }
    return Sdp.of(text.toString());
  }

  private String stream() {
    String kind = random.nextInt(3) == 0 ? "video" : "audio";
    int port = random.nextInt(5) == 0 ? 0 : 4000 + random.nextInt(1000);
    List<String> formats = FORMATS.stream().filter(f -> random.nextBoolean()).toList();
    StringBuilder text = new StringBuilder();
    text.append("m=%s %d %s ".formatted(kind, port, one(PROTOCOLS)));
    text.append(formats.isEmpty() ? "0" : String.join(" ", formats)).append('\n').append(MAPS);
    List<String> suites = CryptoSuite.names();
    for (int tag = 1; tag <= random.nextInt(3); tag++) {
      text.append("a=")
          .append(Crypto.of(CryptoSpec.of(one(suites)), "" + tag).attribute())
          .append('\n');
    }
    text.append(random.nextBoolean() ? "a=rtcp-mux\n" : "").append(one(DIRECTIONS));
    return text.toString();
  }

  private String one(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
