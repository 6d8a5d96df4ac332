package io.parley.sdp;

import static io.parley.sdp.Specs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.CodecSpec;
import io.parley.model.Direction;
import io.parley.model.OfferSpec;
import io.parley.model.SdpMutation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class AnswerBuilderTests {
  private static final MediaPlace OURS = new MediaPlace("192.0.2.20", 32000);
  private static final MediaPlace THEIRS = new MediaPlace("192.0.2.10", 30000);
  private static final SdpSession SESSION = new SdpSession(9, 1);
  private static final String S80 = "AES_CM_128_HMAC_SHA1_80";
  private static final String S32 = "AES_CM_128_HMAC_SHA1_32";
  private static final String KEY = "inline:" + "A".repeat(40);
  private static final String HEAD =
      "v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=0 0\n";

  @Test
  public void theWholeAnswerToAnOrdinaryOffer() {
    Sdp offer =
        offer(spec().codecs("PCMA", "opus", "telephone-event").ptime(20).rtcpMux(true).get());
    assertThat(made(offer, OfferSpec.EMPTY).text())
        .isEqualTo(
            """
            v=0
            o=- 9 1 IN IP4 192.0.2.20
            s=-
            c=IN IP4 192.0.2.20
            t=0 0
            m=audio 32000 RTP/AVP 8 102 101
            a=rtpmap:8 PCMA/8000
            a=rtpmap:102 opus/48000/2
            a=fmtp:102 useinbandfec=1;maxaveragebitrate=40000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-16
            a=ptime:20
            a=rtcp-mux
            a=sendrecv
            """
                .replace("\n", "\r\n"));
  }

  @Test
  public void offeredTypesAndOrderAreKept() {
    CodecSpec event =
        new CodecSpec(
            "telephone-event",
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.of(96),
            Optional.of("0-15"));
    Media audio =
        audio(
            made(
                offer(spec().codecs(CodecSpec.parse("PCMU"), event, CodecSpec.parse("G722")).get()),
                AnswerBuilder.supporting(codecs("G722", "telephone-event"))));
    assertThat(audio.formats()).containsExactly("9", "96");
    assertThat(audio.codecs().get(1).fmtp()).contains("0-15");
  }

  @Test
  public void listedCodecsComeInTheOrderOfTheList() {
    Sdp offer = offer(spec().codecs("PCMU", "PCMA", "SILK/8000", "SILK/16000").get());
    assertThat(audio(made(offer, AnswerBuilder.supporting(codecs("PCMA", "PCMU")))).formats())
        .containsExactly("8", "0");
    assertThat(audio(made(offer, AnswerBuilder.supporting(codecs("SILK/8000")))).formats())
        .containsExactly("103");
    assertThat(audio(made(offer, AnswerBuilder.supporting(codecs("silk")))).formats())
        .containsExactly("103", "104");
  }

  @Test
  public void aWrittenPayloadTypeReplacesTheOffered() {
    CodecSpec moved =
        new CodecSpec(
            "PCMA",
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.of(100),
            Optional.empty());
    assertThat(
            audio(made(offer(OfferSpec.EMPTY), AnswerBuilder.supporting(List.of(moved)))).formats())
        .containsExactly("100");
  }

  @DataProvider
  public Object[][] refused() {
    OfferSpec secure = spec().sdes(S80).get();
    return new Object[][] {
      {
        offer(spec().codecs("G729").get()),
        AnswerBuilder.supporting(codecs("PCMU")),
        Answer.Reason.NO_COMMON_CODEC
      },
      {
        offer(spec().codecs("telephone-event").get()),
        OfferSpec.EMPTY,
        Answer.Reason.NO_COMMON_CODEC
      },
      {
        offer(spec().codecs("PCMU", "telephone-event").get()),
        AnswerBuilder.supporting(codecs("PCMA", "telephone-event")),
        Answer.Reason.NO_COMMON_CODEC
      },
      {offer(spec().codecs("G729a/8000").get()), OfferSpec.EMPTY, Answer.Reason.NO_COMMON_CODEC},
      {offer(secure), spec().clear().get(), Answer.Reason.NO_COMMON_SRTP},
      {offer(secure), spec().sdes(S32).get(), Answer.Reason.NO_COMMON_SRTP},
      {offer(OfferSpec.EMPTY), secure, Answer.Reason.NO_COMMON_SRTP},
      {
        offer(spec().sdes(S80).mutate(new SdpMutation.Drop("a=crypto")).get()),
        OfferSpec.EMPTY,
        Answer.Reason.NO_COMMON_SRTP
      },
      {offer(spec().sdes("ROT13").get()), OfferSpec.EMPTY, Answer.Reason.NO_COMMON_SRTP},
      {Sdp.of(HEAD + "m=video 4000 RTP/AVP 34\n"), OfferSpec.EMPTY, Answer.Reason.NO_AUDIO},
      {Sdp.of(HEAD), OfferSpec.EMPTY, Answer.Reason.NO_AUDIO},
    };
  }

  @Test(dataProvider = "refused")
  public void whatCannotBeTakenIsRefusedWithTheReason(
      Sdp offer, OfferSpec spec, Answer.Reason reason) {
    Answer answer = AnswerBuilder.answer(offer, spec, OURS, SESSION);
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(((Answer.Refused) answer).reason()).isEqualTo(reason);
    assertThat(((Answer.Refused) answer).words()).isNotBlank();
  }

  @Test
  public void rejectedLinesKeepTheirPlace() {
    Sdp offer =
        Sdp.of(
            HEAD
                + "m=video 4002 RTP/AVP 34 96\na=rtpmap:96 H264/90000\nm=audio 4000 RTP/AVP 0\n"
                + "m=application 4004 UDP/BFCP *\nm=audio 4006 RTP/AVP 8\n");
    Sdp answer = made(offer, OfferSpec.EMPTY);
    assertThat(answer.media())
        .extracting(m -> m.line().text())
        .containsExactly(
            "m=video 0 RTP/AVP 34 96",
            "m=audio 32000 RTP/AVP 0",
            "m=application 0 UDP/BFCP *",
            "m=audio 0 RTP/AVP 8");
    assertThat(AnswerJudge.judge(offer, answer)).isEmpty();
  }

  @Test
  public void theSecondAudioIsTakenWhereTheFirstCannotBe() {
    Sdp offer = Sdp.of(HEAD + "m=audio 4000 RTP/SAVP 0\nm=audio 4006 RTP/AVP 0\n");
    assertThat(made(offer, OfferSpec.EMPTY).media())
        .extracting(Media::port)
        .containsExactly(0, 32000);
  }

  @Test
  public void anOfferOfPortZeroIsAnsweredWithPortZero() {
    Sdp offer = Sdp.of(HEAD + "m=audio 0 RTP/AVP 0\n");
    Sdp answer = made(offer, OfferSpec.EMPTY);
    assertThat(answer.media()).extracting(Media::port).containsExactly(0);
    assertThat(AnswerJudge.judge(offer, answer)).isEmpty();
  }

  @Test
  public void oneKeyIsAnsweredWithTheOfferedTag() {
    Sdp offer =
        Sdp.of(
            HEAD
                + "m=audio 4000 RTP/SAVP 0\na=crypto:3 ROT13 "
                + KEY
                + "\na=crypto:5 "
                + S32
                + " "
                + KEY
                + "\na=crypto:7 "
                + S80
                + " "
                + KEY
                + "\n");
    Media any = audio(made(offer, OfferSpec.EMPTY));
    assertThat(any.cryptos()).singleElement().hasToString("crypto 5 " + S32);
    assertThat(any.cryptos().get(0).isValid()).isTrue();
    assertThat(any.cryptos().get(0).keyParams()).isNotEqualTo(KEY);
    assertThat(audio(made(offer, spec().sdes(S80).get())).cryptos())
        .singleElement()
        .hasToString("crypto 7 " + S80);
  }

  @Test
  public void sdesIsChosenWhereDtlsIsOfferedToo() {
    Sdp offer =
        offer(
            spec()
                .sdes(S80)
                .protocol("UDP/TLS/RTP/SAVP")
                .mutate(new SdpMutation.Append("a=fingerprint:sha-256 AA"))
                .get());
    Sdp answer = made(offer, OfferSpec.EMPTY);
    assertThat(audio(answer).protocol()).isEqualTo("RTP/SAVP");
    assertThat(AnswerJudge.judge(offer, answer)).isEmpty();
  }

  @Test
  public void aWrittenProtocolIsWrittenRightOrWrong() {
    Sdp offer = offer(spec().sdes(S80).mutate(new SdpMutation.Drop("a=crypto")).get());
    assertThat(audio(made(offer, spec().protocol("RTP/AVP").get())).protocol())
        .isEqualTo("RTP/AVP");
  }

  @DataProvider
  public Object[][] directions() {
    return new Object[][] {
      {Direction.SENDRECV, "local", Direction.SENDRECV},
      {Direction.SENDONLY, "local", Direction.RECVONLY},
      {Direction.RECVONLY, "local", Direction.SENDONLY},
      {Direction.INACTIVE, "local", Direction.INACTIVE},
      {Direction.SENDRECV, "0.0.0.0", Direction.RECVONLY},
      {Direction.SENDONLY, "0.0.0.0", Direction.RECVONLY},
      {Direction.RECVONLY, "0.0.0.0", Direction.INACTIVE},
      {Direction.INACTIVE, "0.0.0.0", Direction.INACTIVE},
    };
  }

  @Test(dataProvider = "directions")
  public void directionIsMirrored(Direction offered, String address, Direction expected) {
    Sdp offer = offer(spec().direction(offered).address(address).get());
    Sdp answer = made(offer, OfferSpec.EMPTY);
    assertThat(audio(answer).direction()).isEqualTo(expected);
    assertThat(AnswerJudge.judge(offer, answer)).isEmpty();
  }

  @Test
  public void aWrittenDirectionIsWrittenRightOrWrong() {
    Sdp offer = offer(spec().direction(Direction.SENDONLY).get());
    assertThat(audio(made(offer, spec().direction(Direction.SENDRECV).get())).direction())
        .isEqualTo(Direction.SENDRECV);
  }

  @Test
  public void iceIsAnsweredOnlyWhereOfferedAndAsked() {
    Sdp with = offer(spec().iceLite().get());
    assertThat(made(with, spec().iceLite().get()).isIceLite()).isTrue();
    assertThat(audio(made(with, spec().iceLite().get())).ice().candidates()).hasSize(1);
    assertThat(audio(made(with, OfferSpec.EMPTY)).ice().isPresent()).isFalse();
    assertThat(made(offer(OfferSpec.EMPTY), spec().iceLite().get()).isIceLite()).isFalse();
  }

  @Test
  public void rtcpMuxIsAnsweredOnlyWhereOffered() {
    assertThat(
            audio(made(offer(spec().rtcpMux(true).get()), spec().rtcpMux(false).get())).rtcpMux())
        .isFalse();
    assertThat(audio(made(offer(OfferSpec.EMPTY), spec().rtcpMux(true).get())).rtcpMux()).isFalse();
  }

  @Test
  public void timeIsThatOfTheOffer() {
    Sdp offer =
        Sdp.of(HEAD.replace("t=0 0", "t=3034423619 3042462419") + "m=audio 4000 RTP/AVP 0\n");
    assertThat(made(offer, OfferSpec.EMPTY).text()).contains("\r\nt=3034423619 3042462419\r\n");
  }

  @Test
  public void noneRawAndMutationsWorkAsInAnOffer() {
    Sdp offer = offer(OfferSpec.EMPTY);
    assertThat(
            ((Answer.Made) AnswerBuilder.answer(offer, OfferSpec.NO_OFFER, OURS, SESSION)).body())
        .isEmpty();
    assertThat(made(offer, spec().raw("v=0\n").get()).text()).isEqualTo("v=0\r\n");
    assertThat(made(offer, spec().mutate(new SdpMutation.Drop("c=")).get()).text())
        .doesNotContain("c=");
  }

  @DataProvider
  public Object[][] offers() {
    return new Object[][] {
      {OfferSpec.EMPTY},
      {spec().codecs(KnownCodec.names().toArray(String[]::new)).get()},
      {spec().sdes(CryptoSuite.names().toArray(String[]::new)).get()},
      {spec().sdes(S80).iceLite().rtcpMux(true).ptime(30).get()},
      {spec().address("2001:db8::5").get()},
    };
  }

  @Test(dataProvider = "offers")
  public void ourAnswersHoldBeforeOurJudge(OfferSpec offered) {
    Sdp offer = offer(offered);
    assertThat(AnswerJudge.judge(offer, made(offer, OfferSpec.EMPTY))).isEmpty();
    assertThat(AnswerJudge.judge(offer, made(offer, spec().iceLite().get()))).isEmpty();
  }

  private static List<CodecSpec> codecs(String... names) {
    return spec().codecs(names).get().codecs().get();
  }

  private static Sdp offer(OfferSpec spec) {
    return Sdp.of(OfferBuilder.build(spec, THEIRS, SESSION));
  }

  private static Sdp made(Sdp offer, OfferSpec spec) {
    Answer answer = AnswerBuilder.answer(offer, spec, OURS, SESSION);
    assertThat(answer).isInstanceOf(Answer.Made.class);
    return ((Answer.Made) answer).sdp();
  }

  private static Media audio(Sdp sdp) {
    return sdp.audio().orElseThrow();
  }
}
