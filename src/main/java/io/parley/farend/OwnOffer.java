package io.parley.farend;

import io.parley.model.CodecSpec;
import io.parley.model.CryptoSpec;
import io.parley.model.IceSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SrtpSpec;
import io.parley.model.StreamDraft;
import io.parley.profile.Invite;
import io.parley.profile.MediaPolicy;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a far end says of its own media: the codecs it takes, its keys, its ICE. */
final class OwnOffer {
  private static final CodecSpec DTMF = CodecSpec.parse("telephone-event");

  private final Desk desk;

  OwnOffer(Desk desk) {
    this.desk = desk;
  }

  /** The body of a call of its own. */
  byte[] of(Leg leg) {
    MediaPolicy media = desk.settings().profile().media();
    Invite.Offer manner = desk.settings().profile().invite().offer();
    SrtpSpec srtp =
        media.srtpRequired() ? new SrtpSpec.Sdes(keys(media, manner)) : new SrtpSpec.None();
    MediaPlace place = new MediaPlace(desk.anchor().address(), leg.mediaPort);
    byte[] body = OfferBuilder.build(spec(media, Optional.of(srtp), manner), place, leg.session);
    leg.session = leg.session.next();
    return body;
  }

  /**
   * Everything the far end can do. Where it demands ICE of an SBC, which is lite, it is a full
   * agent itself.
   *
   * @param srtp its keys; empty = as the other side has it
   */
  static OfferSpec spec(MediaPolicy media, Optional<SrtpSpec> srtp) {
    return OfferSpec.of(draft(media, srtp).done());
  }

  private static OfferSpec spec(MediaPolicy media, Optional<SrtpSpec> srtp, Invite.Offer manner) {
    StreamDraft out = draft(media, srtp).ptime(manner.ptime());
    return OfferSpec.of((manner.rtcpMux() ? out.rtcpMux(true) : out).done());
  }

  private static StreamDraft draft(MediaPolicy media, Optional<SrtpSpec> srtp) {
    List<CodecSpec> codecs = new ArrayList<>(media.codecs());
    codecs.add(DTMF);
    StreamDraft out = new StreamDraft().codecs(codecs);
    srtp.ifPresent(out::srtp);
    return out.ice(media.iceRequired() ? IceSpec.FULL : IceSpec.NONE);
  }

  /** A key for each suite, tagged and limited in its manner. */
  private static List<CryptoSpec> keys(MediaPolicy media, Invite.Offer manner) {
    List<CryptoSpec> out = new ArrayList<>();
    for (String suite : manner.suites().isEmpty() ? media.suites() : manner.suites()) {
      String tag = Integer.toString(manner.firstTag() + out.size());
      out.add(CryptoSpec.of(suite).withTag(tag).withLifetime(manner.lifetime()));
    }
    return out;
  }
}
