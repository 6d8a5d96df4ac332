package io.parley.sdp;

import static io.parley.sdp.Answers.HEAD;
import static io.parley.sdp.Answers.OURS;
import static io.parley.sdp.Answers.S32;
import static io.parley.sdp.Answers.S80;
import static io.parley.sdp.Answers.SESSION;
import static io.parley.sdp.Answers.codecs;
import static io.parley.sdp.Answers.made;
import static io.parley.sdp.Answers.offer;
import static io.parley.sdp.Specs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.OfferSpec;
import io.parley.model.SdpMutation;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What of an offer is not taken, and how that is said. */
public class AnswerRefusalTests {
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
}
