package io.parley.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.CodecSpec;
import io.parley.model.Direction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class SdpTests {
  private static final String SESSION =
      "v=0\no=- 1 2 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=0 0\n";

  @DataProvider
  public Object[][] bodies() {
    return new Object[][] {
      {""},
      {"\n"},
      {"\r\n\r\n"},
      {"v=0\r\ns=-\n\rx\r\r\n"},
      {"v=0"},
      {"no sdp at all \u0000\u00ff"},
      {"m=\r\nm\r\n=\r\na=\r\n"},
      {SESSION + "m=audio 1 RTP/AVP 0"},
    };
  }

  @Test(dataProvider = "bodies")
  public void readingKeepsEveryByte(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Sdp.of(bytes).bytes()).isEqualTo(bytes);
  }

  @Test
  public void anyBytesAreReadWithoutFailing() {
    Random random = new Random(8866);
    String seed =
        SESSION
            + "m=audio 4000 RTP/SAVP 0 101\na=rtpmap:101 telephone-event/8000\na=crypto:1 X inline:y\na=candidate:1 1 UDP 1 h 1 typ host\na=fmtp:101 0-16\n";
    for (int round = 0; round < 3000; round++) {
      byte[] bytes = seed.getBytes(StandardCharsets.ISO_8859_1);
      for (int i = 0; i < 8; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      Sdp sdp = Sdp.of(bytes);
      assertThat(sdp.bytes()).isEqualTo(bytes);
      sdp.faults();
      AnswerJudge.judge(sdp, sdp);
      for (Media m : sdp.media()) {
        assertThat(m.codecs().size()).isLessThanOrEqualTo(m.formats().size());
        m.cryptos().forEach(Crypto::fault);
        m.ice();
      }
    }
  }

  @Test
  public void sectionsAreCutAtTheMediaLines() {
    Sdp sdp = Sdp.of(SESSION + "a=x\nm=audio 4000 RTP/AVP 0\na=y\nm=video 4002 RTP/AVP 34\na=z\n");
    assertThat(sdp.sessionLines()).hasSize(6);
    assertThat(sdp.media()).extracting(Media::kind).containsExactly("audio", "video");
    assertThat(sdp.media().get(1).lines()).extracting(SdpLine::number).containsExactly(9, 10);
    assertThat(sdp.origin()).contains(new SdpSession(1, 2));
  }

  @Test
  public void theAudioThatCountsIsTheFirstThatIsLive() {
    String both = SESSION + "m=audio 0 RTP/AVP 0\nm=audio 4000 RTP/AVP 8\n";
    assertThat(Sdp.of(both).audio().get().port()).isEqualTo(4000);
    assertThat(Sdp.of(SESSION + "m=audio 0 RTP/AVP 0\n").audio().get().isRejected()).isTrue();
    assertThat(Sdp.of(SESSION + "m=video 1 RTP/AVP 34\n").audio()).isEmpty();
  }

  @DataProvider
  public Object[][] mediaLines() {
    return new Object[][] {
      {"m=audio 4000 RTP/AVP 0 8", 4000, "RTP/AVP", "0 8", false},
      {"m=audio 4000/2 RTP/SAVP 0", 4000, "RTP/SAVP", "0", true},
      {"m=audio 65536 RTP/AVP 0", -1, "RTP/AVP", "0", false},
      {"m=audio -1 RTP/AVP 0", -1, "RTP/AVP", "0", false},
      {"m=audio x UDP/TLS/RTP/SAVPF 0", -1, "UDP/TLS/RTP/SAVPF", "0", true},
      {"m=audio 9", 9, "", "", false},
      {"m=audio", -1, "", "", false},
    };
  }

  @Test(dataProvider = "mediaLines")
  public void mediaLinesAreRead(
      String line, int port, String protocol, String formats, boolean secure) {
    Media media = Sdp.of(SESSION + line + "\n").media().get(0);
    assertThat(media.port()).isEqualTo(port);
    assertThat(media.protocol()).isEqualTo(protocol);
    assertThat(String.join(" ", media.formats())).isEqualTo(formats);
    assertThat(media.isSecure()).isEqualTo(secure);
  }

  @Test
  public void codecsComeInTheOrderOfTheMediaLine() {
    Media audio =
        media(
            "m=audio 4000 RTP/AVP 102 9 0 18 101 97\na=rtpmap:0 PCMU/8000\na=rtpmap:101 telephone-event/8000\n"
                + "a=rtpmap:102 opus/48000/2\na=fmtp:102 useinbandfec=1\na=fmtp:18 annexb=no\n");
    assertThat(audio.codecs())
        .extracting(Codec::toString)
        .containsExactly(
            "opus/48000/2",
            "G722/8000",
            "PCMU/8000",
            "G729/8000",
            "telephone-event/8000",
            "payload type 97 (no rtpmap)");
    assertThat(audio.codecs().get(0).fmtp()).contains("useinbandfec=1");
    assertThat(audio.codecs().get(3).fmtp()).contains("annexb=no");
    assertThat(audio.codecs()).filteredOn(Codec::isSpeech).hasSize(4);
    assertThat(audio.codecs().get(2).fits(CodecSpec.parse("pcmu"))).isTrue();
    assertThat(audio.codecs().get(0).fits(CodecSpec.parse("opus/16000"))).isFalse();
    assertThat(audio.codecs().get(0).fits(CodecSpec.parse("opus/48000/2"))).isTrue();
    assertThat(audio.codecs().get(0).fits(CodecSpec.parse("opus/48000/1"))).isFalse();
  }

  @Test
  public void anUnexplainedTypeIsTheSameAsNothing() {
    Codec unknown = media("m=audio 4000 RTP/AVP 97\n").codecs().get(0);
    assertThat(unknown.same(unknown)).isFalse();
  }

  @DataProvider
  public Object[][] directions() {
    return new Object[][] {
      {"", "", Direction.SENDRECV},
      {"a=sendonly\n", "", Direction.SENDONLY},
      {"a=sendonly\n", "a=inactive\n", Direction.INACTIVE},
      {"", "a=recvonly\n", Direction.RECVONLY},
      {"", "a=recvonly-not\n", Direction.SENDRECV},
    };
  }

  @Test(dataProvider = "directions")
  public void directionIsTheMediasElseTheSessions(
      String session, String media, Direction expected) {
    Sdp sdp = Sdp.of(SESSION + session + "m=audio 4000 RTP/AVP 0\n" + media);
    assertThat(sdp.audio().get().direction()).isEqualTo(expected);
  }

  @Test
  public void addressFingerprintAndIceAreInheritedFromTheSession() {
    Sdp sdp =
        Sdp.of(
            SESSION
                + "a=ice-lite\na=ice-ufrag:abcd\na=ice-pwd:0123456789012345678901\na=fingerprint:sha-256 AA\na=setup:actpass\n"
                + "m=audio 4000 RTP/AVP 0\na=candidate:1 1 UDP 5 192.0.2.7 4000 typ srflx raddr 10.0.0.1 rport 9\na=candidate:odd\n"
                + "m=audio 4002 RTP/AVP 0\nc=IN IP6 2001:db8::1\na=ptime:30\na=rtcp-mux\n");
    Media first = sdp.media().get(0);
    assertThat(first.address()).contains("192.0.2.1");
    assertThat(first.ice().isPresent()).isTrue();
    assertThat(first.ice().lite()).isTrue();
    assertThat(first.ice().candidates())
        .singleElement()
        .extracting(Candidate::type)
        .isEqualTo("srflx");
    assertThat(first.fingerprint()).contains("sha-256 AA");
    assertThat(first.setup()).contains("actpass");
    assertThat(first.ptime()).isEmpty();
    assertThat(sdp.media().get(1).address()).contains("2001:db8::1");
    assertThat(sdp.media().get(1).ptime()).hasValue(30);
    assertThat(sdp.media().get(1).rtcpMux()).isTrue();
  }

  @DataProvider
  public Object[][] cryptos() {
    String key30 = "A".repeat(40);
    return new Object[][] {
      {"1 AES_CM_128_HMAC_SHA1_80 inline:" + key30, null},
      {"1 AES_CM_128_HMAC_SHA1_32 inline:" + key30 + "|2^31|1:1", null},
      {"0 F8_128_HMAC_SHA1_80 inline:" + key30 + " FEC_ORDER=SRTP_FEC", null},
      {"1 AES_256_CM_HMAC_SHA1_80 inline:" + "A".repeat(62) + "==", null},
      {"1 AEAD_AES_256_GCM inline:" + "A".repeat(59) + "=", null},
      {"1 AEAD_AES_128_GCM inline:" + "A".repeat(38) + "==", null},
      {
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + "A".repeat(32),
        "24 bytes, AES_CM_128_HMAC_SHA1_80 needs 30"
      },
      {"1 AES_CM_128_HMAC_SHA1_80 inline:!!!!", "not base64"},
      {"1 AES_CM_128_HMAC_SHA1_80 " + key30, "not inline"},
      {"1 ROT13 inline:" + key30, "unknown suite"},
      {"x AES_CM_128_HMAC_SHA1_80 inline:" + key30, "not a number"},
    };
  }

  @Test(dataProvider = "cryptos")
  public void aKeyLineIsJudged(String value, String fault) {
    Crypto crypto = media("m=audio 4000 RTP/SAVP 0\na=crypto:" + value + "\n").cryptos().get(0);
    if (fault == null) {
      assertThat(crypto.fault()).isEmpty();
    } else {
      assertThat(crypto.fault().orElse("")).contains(fault);
    }
    assertThat(crypto.toString()).doesNotContain("AAAA");
  }

  @Test
  public void remarksStandBesideTheirLines() {
    Sdp sdp = Sdp.of("v=0\r\ns=-\r\n");
    assertThat(sdp.marked(Map.of(2, "odd", 0, "t= is missing")))
        .isEqualTo("v=0\ns=-   <<<<< odd\n<<<<< t= is missing\n");
  }

  private static Media media(String section) {
    return Sdp.of(SESSION + section).media().get(0);
  }
}
