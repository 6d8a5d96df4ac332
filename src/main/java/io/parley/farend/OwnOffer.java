package io.parley.farend;

import io.parley.model.CodecSpec;
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
    Invite invite = desk.settings().profile().invite();
    List<String> suites = invite.suites().isEmpty() ? media.suites() : invite.suites();
    SrtpSpec srtp = media.srtpRequired() ? SrtpSpec.Sdes.of(suites) : new SrtpSpec.None();
    MediaPlace place = new MediaPlace(desk.anchor().address(), leg.mediaPort);
    byte[] body = OfferBuilder.build(spec(media, Optional.of(srtp)), place, leg.session);
    leg.session = leg.session.next();
    return body;
  }

  /**
   * Everything the far end can do.
   *
   * @param srtp its keys; empty = as the other side has it
   */
  static OfferSpec spec(MediaPolicy media, Optional<SrtpSpec> srtp) {
    List<CodecSpec> codecs = new ArrayList<>(media.codecs());
    codecs.add(DTMF);
    StreamDraft out = new StreamDraft().codecs(codecs);
    srtp.ifPresent(out::srtp);
    return OfferSpec.of(out.ice(media.iceRequired() ? IceSpec.LITE : IceSpec.NONE).done());
  }
}
