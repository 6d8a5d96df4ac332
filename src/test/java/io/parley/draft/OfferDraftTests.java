package io.parley.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.scenario.offer.OfferText;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Captured offers of more than an audio stream, in the words of the language. */
public class OfferDraftTests {
  private static final String SESSION =
      "v=0\no=- 7 7 IN IP4 192.0.2.10\ns=-\nc=IN IP4 192.0.2.10\nt=0 0\n";
  private static final String AUDIO = "m=audio 20000 RTP/AVP 0\na=rtpmap:0 PCMU/8000\na=sendrecv\n";
  private static final String KEY =
      "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + "A".repeat(40) + "\n";
  private static final String VIDEO =
      "m=video 20002 RTP/AVP 96 97\nb=AS:512\na=rtpmap:96 H264/90000\n"
          + "a=fmtp:96 profile-level-id=42e01f\na=rtpmap:97 VP8/90000\na=sendonly\n"
          + "a=rtcp-fb:96 nack pli\na=rtcp-fb:* ccm fir\na=content:slides\n";
  private static final String FAX =
      "m=image 20004 udptl t38\na=T38FaxVersion:0\na=T38MaxBitRate:14400\na=T38FaxUdpEC:t38UDPFEC\n";
  private static final String TEXT = "m=text 20006 RTP/AVP 98\na=rtpmap:98 t140/1000\na=sendrecv\n";
  private static final String CHANNEL =
      "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\nc=IN IP4 0.0.0.0\na=sctp-port:5000\n";

  @DataProvider
  public Object[][] offers() {
    return new Object[][] {
      {SESSION + AUDIO + VIDEO, "kind: video"},
      {SESSION + AUDIO + VIDEO + VIDEO.replace("20002", "20012"), "port: 20012"},
      {SESSION + AUDIO + FAX, "kind: image"},
      {SESSION + FAX, "kind: image"},
      {SESSION + VIDEO, "kind: video"},
      {SESSION + AUDIO + TEXT, "kind: text"},
      {SESSION + TEXT, "kind: text"},
      {SESSION + AUDIO + CHANNEL, "formats: [webrtc-datachannel]"},
      {SESSION + AUDIO + FAX.replace("20004 udptl t38", "0 TCPTLS/UDPTL t38"), "port: 0"},
      {SESSION + AUDIO + VIDEO.replace("a=sendonly\n", "a=inactive\n"), "direction: inactive"},
      {SESSION + AUDIO + VIDEO.replace("b=AS", "c=IN IP4 192.0.2.11\nb=AS"), "192.0.2.11"},
      {
        SESSION
            + AUDIO.replace("AVP", "SAVP").replace("a=send", KEY + "a=send")
            + VIDEO.replace("AVP", "SAVP").replace("a=send", KEY + "a=send"),
        "srtp: "
      },
      {
        SESSION + AUDIO.replace("AVP", "SAVP").replace("a=send", KEY + "a=send") + VIDEO,
        "srtp: none"
      },
      {SESSION + AUDIO + VIDEO.replace("a=sendonly\n", "") + TEXT, "in: 2"},
    };
  }

  @Test(dataProvider = "offers")
  public void streamsAreWrittenInTheWordsOfTheLanguage(String sdp, String word) {
    List<String> lines = OfferDraft.of(sdp(sdp), List.of("secure-ice", "plain")).orElseThrow();
    String text = String.join("\n", lines) + "\n";
    assertThat(text).doesNotContain("raw:").contains(word);
    assertThat(built(text)).isEqualTo(SameLine.plain(sdp(sdp).text()));
  }

  /** However many, in whatever order, with lines missing and twice: what is written makes it. */
  @Test
  public void everyMixtureIsMadeAgain() {
    Random random = new Random(3264);
    List<String> parts = List.of(AUDIO, VIDEO, FAX, TEXT, CHANNEL);
    for (int i = 0; i < 150; i++) {
      List<String> lines = new ArrayList<>();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        List<String> part =
            new ArrayList<>(parts.get(random.nextInt(parts.size())).lines().toList());
        if (random.nextInt(3) == 0) {
          part.remove(1 + random.nextInt(part.size() - 1));
        }
        if (random.nextInt(3) == 0) {
          Collections.shuffle(part.subList(1, part.size()), random);
        }
        lines.addAll(part);
      }
      String sdp = SESSION + String.join("\n", lines) + "\n";
      List<String> written = OfferDraft.of(sdp(sdp), List.of("secure-ice", "plain")).orElseThrow();
      assertThat(built(String.join("\n", written) + "\n"))
          .isEqualTo(SameLine.plain(sdp(sdp).text()));
    }
  }

  private static Sdp sdp(String lines) {
    return Sdp.of(lines.replace("\n", "\r\n"));
  }

  private static String built(String offer) {
    byte[] bytes =
        OfferBuilder.build(
            OfferText.read(offer).orElseThrow(),
            new MediaPlace("192.0.2.1", 40_000),
            new SdpSession(1, 1));
    return SameLine.plain(Sdp.of(bytes).text());
  }
}
