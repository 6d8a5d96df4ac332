package io.parley.sdp;

import static io.parley.sdp.Specs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Direction;
import io.parley.model.OfferSpec;
import org.testng.annotations.Test;

public class OfferComparisonTests {
  private static final MediaPlace PLACE = new MediaPlace("192.0.2.10", 30000);

  @Test
  public void freshKeysAndPortsAreNoChange() {
    OfferSpec spec = spec().sdes("AES_CM_128_HMAC_SHA1_80").iceLite().get();
    Sdp moved =
        Sdp.of(OfferBuilder.build(spec, new MediaPlace("192.0.2.10", 31000), SdpSession.fresh()));
    assertThat(OfferComparison.between(sdp(spec), moved)).isEmpty();
  }

  @Test
  public void whatAnSbcChangesIsSaid() {
    Sdp before = sdp(spec().codecs("PCMU", "PCMA").sdes("AES_CM_128_HMAC_SHA1_80").ptime(20).get());
    Sdp after =
        sdp(spec().codecs("PCMA").address("198.51.100.1").direction(Direction.SENDONLY).get());
    assertThat(OfferComparison.between(before, after))
        .extracting(SdpChange::toString)
        .containsExactly(
            "audio protocol: RTP/SAVP -> RTP/AVP",
            "audio codecs: PCMU/8000, PCMA/8000 -> PCMA/8000",
            "audio address: 192.0.2.10 -> 198.51.100.1",
            "audio direction: sendrecv -> sendonly",
            "audio key suites: AES_CM_128_HMAC_SHA1_80 -> none",
            "audio ptime: 20 ms -> not said");
  }

  @Test
  public void streamsThatComeGoOrAreRejectedAreSaid() {
    Sdp one = sdp(OfferSpec.EMPTY);
    Sdp two = Sdp.of(one.text() + "m=video 4000 RTP/AVP 34\r\n");
    Sdp rejected = Sdp.of(one.text() + "m=video 0 RTP/AVP 34\r\n");
    assertThat(OfferComparison.between(one, two))
        .first()
        .hasToString("video (stream 2) stream: absent -> live");
    assertThat(OfferComparison.between(two, rejected))
        .first()
        .hasToString("video (stream 2) stream: live -> rejected (port 0)");
  }

  private static Sdp sdp(OfferSpec spec) {
    return Sdp.of(OfferBuilder.build(spec, PLACE, SdpSession.fresh()));
  }
}
