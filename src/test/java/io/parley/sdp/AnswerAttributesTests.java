package io.parley.sdp;

import static io.parley.sdp.Answers.HEAD;
import static io.parley.sdp.Answers.audio;
import static io.parley.sdp.Answers.made;
import static io.parley.sdp.Answers.offer;
import static io.parley.sdp.Specs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Direction;
import io.parley.model.OfferSpec;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What stands below the media line of an answer. */
public class AnswerAttributesTests {
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
}
