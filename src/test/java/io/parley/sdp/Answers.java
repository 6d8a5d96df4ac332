package io.parley.sdp;

import static io.parley.sdp.Specs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.CodecSpec;
import io.parley.model.OfferSpec;
import java.util.List;

/** Answers of ours to offers of another. */
final class Answers {
  static final MediaPlace OURS = new MediaPlace("192.0.2.20", 32000);
  static final MediaPlace THEIRS = new MediaPlace("192.0.2.10", 30000);
  static final SdpSession SESSION = new SdpSession(9, 1);
  static final String S80 = "AES_CM_128_HMAC_SHA1_80";
  static final String S32 = "AES_CM_128_HMAC_SHA1_32";
  static final String HEAD = "v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=0 0\n";

  private Answers() {}

  static List<CodecSpec> codecs(String... names) {
    return spec().codecs(names).get().codecs().get();
  }

  static Sdp offer(OfferSpec spec) {
    return Sdp.of(OfferBuilder.build(spec, THEIRS, SESSION));
  }

  static Sdp made(Sdp offer, OfferSpec spec) {
    Answer answer = AnswerBuilder.answer(offer, spec, OURS, SESSION);
    assertThat(answer).isInstanceOf(Answer.Made.class);
    return ((Answer.Made) answer).sdp();
  }

  static Media audio(Sdp sdp) {
    return sdp.audio().orElseThrow();
  }
}
