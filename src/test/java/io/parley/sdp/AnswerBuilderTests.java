package io.parley.sdp;

import static io.parley.sdp.Answers.HEAD;
import static io.parley.sdp.Answers.OURS;
import static io.parley.sdp.Answers.S32;
import static io.parley.sdp.Answers.S80;
import static io.parley.sdp.Answers.SESSION;
import static io.parley.sdp.Answers.audio;
import static io.parley.sdp.Answers.codecs;
import static io.parley.sdp.Answers.made;
import static io.parley.sdp.Answers.offer;
import static io.parley.sdp.Specs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.CodecSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SdpMutation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class AnswerBuilderTests {
  private static final String KEY = "inline:" + "A".repeat(40);

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
}
