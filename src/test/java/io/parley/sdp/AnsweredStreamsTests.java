package io.parley.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.CandidateSpec;
import io.parley.model.CryptoSpec;
import io.parley.model.DtlsSpec;
import io.parley.model.IceSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SrtpSpec;
import io.parley.model.StreamDraft;
import io.parley.model.StreamMutation;
import io.parley.model.StreamSpec;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.Test;

/** Answers that take more than the audio, that are wrong on purpose, and that go on in a call. */
public class AnsweredStreamsTests {
  private static final String S80 = "AES_CM_128_HMAC_SHA1_80";
  private static final MediaPlace PLACE = new MediaPlace("192.0.2.20", 40000);
  private static final SdpSession SESSION = new SdpSession(7, 1);
  private static final DtlsSpec SHA256 =
      new DtlsSpec("sha-256", Optional.empty(), Optional.empty());

  private static final OfferSpec VIDEO_AND_FAX =
      Specs.spec()
          .sdes(S80)
          .more(
              new StreamDraft().kind("video").done(),
              new StreamDraft().kind("audio").done(),
              new StreamDraft().kind("image").done())
          .get();

  @Test
  public void furtherStreamsAreTakenInTheirOrder() {
    Sdp offer = offer(VIDEO_AND_FAX);
    Sdp answer =
        made(
            offer,
            OfferSpec.EMPTY.withMore(
                List.of(StreamSpec.EMPTY, new StreamDraft().port(0).done(), StreamSpec.EMPTY)));
    assertThat(answer.media()).extracting(Media::port).containsExactly(40000, 40002, 0, 40006);
    assertThat(answer.media().get(1).codecs()).extracting(Codec::name).containsExactly("H264");
    assertThat(answer.media().get(3).formats()).containsExactly("t38");
    assertThat(answer.media().get(3).attribute("T38FaxVersion")).contains("0");
    assertThat(answer.faults()).isEmpty();
    assertThat(AnswerJudge.judge(offer, answer)).isEmpty();
  }

  @Test
  public void fewerStreamsAreAFaultThatTheJudgeSees() {
    Sdp offer = offer(VIDEO_AND_FAX);
    Sdp answer = made(offer, OfferSpec.EMPTY.withMutations(List.of(new StreamMutation.Drop(4))));
    assertThat(AnswerJudge.judge(offer, answer))
        .singleElement()
        .satisfies(v -> assertThat(v.expected()).contains("as many m= lines as offered, 4"));
  }

  @Test
  public void aTagThatWasNotOfferedIsWritten() {
    Sdp offer = offer(Specs.spec().sdes(S80).get());
    SrtpSpec wrong = new SrtpSpec.Sdes(List.of(CryptoSpec.of(S80).withTag("9")));
    Sdp answer = made(offer, Specs.spec().srtp(wrong).get());
    assertThat(answer.audio().get().cryptos()).extracting(Crypto::tag).containsExactly("9");
    assertThat(AnswerJudge.judge(offer, answer))
        .singleElement()
        .satisfies(v -> assertThat(v.expected()).contains("a tag of those offered"));
  }

  @Test
  public void dtlsIsAnsweredWithARole() {
    Sdp offer = offer(Specs.spec().srtp(new SrtpSpec.Dtls(SHA256, List.of())).get());
    Sdp answer = made(offer, Specs.spec().srtp(new SrtpSpec.Dtls(SHA256, List.of())).get());
    assertThat(answer.audio().get().protocol()).isEqualTo("UDP/TLS/RTP/SAVP");
    assertThat(answer.audio().get().setup()).contains("active");
    assertThat(Fingerprint.read(answer.audio().get().fingerprint().get()).fault()).isEmpty();
    assertThat(AnswerJudge.judge(offer, answer)).isEmpty();
  }

  @Test
  public void dtlsBesideSdesIsAnsweredBySdesUnlessAsked() {
    SrtpSpec both = new SrtpSpec.Dtls(SHA256, List.of(CryptoSpec.of(S80)));
    Sdp answer = made(offer(Specs.spec().srtp(both).get()), OfferSpec.EMPTY);
    assertThat(answer.audio().get().protocol()).isEqualTo("RTP/SAVP");
    assertThat(answer.audio().get().fingerprint()).isEmpty();
  }

  @Test
  public void aLaterOfferKeepsStreamsKeysAndCredentials() {
    OfferSpec spec =
        Specs.spec().sdes(S80).ice(IceSpec.FULL).more(new StreamDraft().kind("video").done()).get();
    Sdp first = offer(spec);
    Sdp second = again(first, Continuity.spec(first));
    assertThat(second.media()).hasSize(2);
    assertThat(lines(second)).containsExactlyElementsOf(lines(first));
    assertThat(key(second, 0)).isNotEqualTo(key(second, 1));
  }

  @Test
  public void freshKeysAndAnIceRestartAreAskedFor() {
    Sdp first = offer(Specs.spec().sdes(S80).iceLite().get());
    CryptoSpec fresh =
        new CryptoSpec(
            S80,
            Optional.empty(),
            java.util.OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.empty());
    Sdp rekeyed =
        again(
            first,
            Specs.spec()
                .srtp(new SrtpSpec.Sdes(List.of(fresh)))
                .get()
                .over(Continuity.spec(first)));
    assertThat(key(rekeyed, 0)).isNotEqualTo(key(first, 0));
    assertThat(ufrag(rekeyed)).isEqualTo(ufrag(first));
    IceSpec restart =
        new IceSpec(
            IceSpec.Mode.LITE,
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of(CandidateSpec.of("host"))),
            Optional.empty(),
            Optional.empty(),
            true,
            false);
    Sdp restarted = again(first, Specs.spec().ice(restart).get().over(Continuity.spec(first)));
    assertThat(ufrag(restarted)).isNotEqualTo(ufrag(first));
    assertThat(key(restarted, 0)).isEqualTo(key(first, 0));
  }

  @Test
  public void aStreamThatWasRefusedStaysRefused() {
    Sdp offer = offer(VIDEO_AND_FAX);
    Sdp answer = made(offer, OfferSpec.EMPTY);
    Sdp next = again(answer, Continuity.spec(answer));
    assertThat(next.media()).extracting(Media::port).containsExactly(40000, 0, 0, 0);
    assertThat(next.media()).extracting(Media::kind).contains("video", "image");
  }

  private static List<String> lines(Sdp sdp) {
    return sdp.lines().stream().map(SdpLine::text).filter(l -> !l.startsWith("o=")).toList();
  }

  private static String key(Sdp sdp, int stream) {
    return sdp.media().get(stream).cryptos().get(0).keyParams();
  }

  private static Optional<String> ufrag(Sdp sdp) {
    return sdp.audio().get().ice().ufrag();
  }

  private static Sdp offer(OfferSpec spec) {
    return Sdp.of(OfferBuilder.build(spec, PLACE, SESSION));
  }

  private static Sdp again(Sdp former, OfferSpec spec) {
    return Sdp.of(OfferBuilder.build(spec, PLACE, SESSION.next(), Optional.of(former)));
  }

  private static Sdp made(Sdp offer, OfferSpec spec) {
    Answer answer = AnswerBuilder.answer(offer, spec, PLACE, SESSION);
    assertThat(answer).isInstanceOf(Answer.Made.class);
    return ((Answer.Made) answer).sdp();
  }
}
