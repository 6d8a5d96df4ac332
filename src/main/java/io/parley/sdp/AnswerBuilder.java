package io.parley.sdp;

import io.parley.model.CodecSpec;
import io.parley.model.OfferSpec;
import io.parley.model.StreamDraft;
import io.parley.model.StreamSpec;
import io.parley.sdp.Answer.Made;
import io.parley.sdp.Answer.Reason;
import io.parley.sdp.Answer.Refused;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers an offer by RFC 3264 §6: as many m= lines in the same order, one audio stream taken and
 * those that the spec takes as well, the others kept in place with port 0.
 */
public final class AnswerBuilder {
  private final Sdp offer;
  private final OfferSpec spec;
  private final MediaPlace place;

  private AnswerBuilder(Sdp offer, OfferSpec spec, MediaPlace place) {
    this.offer = offer;
    this.spec = spec;
    this.place = place;
  }

  /**
   * Answers an offer.
   *
   * @param offer the offer received
   * @param spec what we support or want: {@code codecs} are those we take, in our order (empty =
   *     all offered that we know, in the offer's order); {@code srtp} what we take (a suite list:
   *     secured streams with one of these; {@code none}: clear ones only; empty = as offered);
   *     {@code ice} answers ICE where it was offered; {@code streams} takes further streams of the
   *     offer, in their order; {@code direction}, {@code ptime}, {@code address}, {@code port},
   *     {@code protocol}, {@code raw} and {@code mutate} as in an offer; {@code rtcp-mux: false}
   *     declines it
   * @param place where we take media
   * @param session id and version for {@code o=}
   * @throws IllegalArgumentException when a mutation of the spec selects nothing
   */
  public static Answer answer(Sdp offer, OfferSpec spec, MediaPlace place, SdpSession session) {
    return answer(offer, spec, place, session, Optional.empty());
  }

  /**
   * The answer to an offer later in a session: SRTP keys and ICE credentials stay.
   *
   * @param former the description that was sent before; empty = none
   */
  public static Answer answer(
      Sdp offer, OfferSpec spec, MediaPlace place, SdpSession session, Optional<Sdp> former) {
    if (spec.isNone()) {
      return new Made(new byte[0]);
    }
    if (spec.raw().isPresent()) {
      return made(OfferBuilder.raw(spec.raw().get()), spec);
    }
    return new AnswerBuilder(offer, spec, place).answer(session, former);
  }

  /** Answers an offer with all we know: {@link OfferSpec#EMPTY}. */
  public static Answer answer(Sdp offer, MediaPlace place, SdpSession session) {
    return answer(offer, OfferSpec.EMPTY, place, session);
  }

  /** A spec that supports these codecs and leaves the rest open. */
  public static OfferSpec supporting(List<CodecSpec> codecs) {
    return OfferSpec.of(new StreamDraft().codecs(codecs).done());
  }

  private static Made made(Sdp sdp, OfferSpec spec) {
    return new Made(Mutations.apply(sdp, spec.mutate()).bytes());
  }

  private Answer answer(SdpSession session, Optional<Sdp> former) {
    List<Media> audio = offer.media().stream().filter(m -> m.kind().equals("audio")).toList();
    if (audio.isEmpty()) {
      return new Refused(Reason.NO_AUDIO, "the offer has no audio stream");
    }
    List<Media> live = audio.stream().filter(m -> !m.isRejected()).toList();
    List<StreamChoice> choices = live.stream().map(m -> StreamChoice.of(m, spec.audio())).toList();
    Optional<StreamChoice> taken = choices.stream().filter(StreamChoice::isTaken).findFirst();
    if (taken.isEmpty() && !live.isEmpty()) {
      return choices.get(0).refusal().get();
    }
    return made(Continuity.keep(written(taken, session), former, spec), spec);
  }

  private Sdp written(Optional<StreamChoice> audio, SdpSession session) {
    Map<Media, Taken> taken = taken(audio);
    SdpWriter out = new SdpWriter();
    out.session(session, place.address(), OfferBuilder.address(spec.audio(), place), time());
    if (taken.values().stream().anyMatch(t -> t.stream().isLite(t.choice().media()))) {
      out.line("a=ice-lite");
    }
    for (Media media : offer.media()) {
      if (taken.containsKey(media)) {
        taken.get(media).stream().write(out, taken.get(media).choice());
      } else {
        out.line(rejected(media));
      }
    }
    return out.sdp();
  }

  private record Taken(StreamChoice choice, AnswerStream stream) {}

  /** The streams taken: the audio, and of the others those that the spec takes, in their order. */
  private Map<Media, Taken> taken(Optional<StreamChoice> audio) {
    Map<Media, Taken> out = new IdentityHashMap<>();
    audio.ifPresent(
        a -> out.put(a.media(), new Taken(a, new AnswerStream(spec.audio(), place, 0))));
    int next = 1;
    for (Media media : offer.media()) {
      Optional<StreamSpec> wanted = out.containsKey(media) ? Optional.empty() : spec.stream(next);
      if (wanted.isEmpty()) {
        continue;
      }
      StreamChoice choice = StreamChoice.of(media, wanted.get());
      if (!media.isRejected() && wanted.get().port().orElse(1) != 0 && choice.isTaken()) {
        out.put(media, new Taken(choice, new AnswerStream(wanted.get(), place, next)));
      }
      next++;
    }
    return out;
  }

  /** The offer's t= lines: those of the answer must be equal (RFC 3264 §6). */
  private List<String> time() {
    List<String> time =
        offer.sessionLines().stream().filter(l -> l.type() == 't').map(SdpLine::text).toList();
    return time.isEmpty() ? List.of("t=0 0") : time;
  }

  /** The same line with port 0; the formats are of no meaning but must be there (RFC 3264 §6). */
  private static String rejected(Media media) {
    String formats = media.formats().isEmpty() ? "0" : String.join(" ", media.formats());
    return "m=" + media.kind() + " 0 " + media.protocol() + " " + formats;
  }
}
