package io.parley.profile;

import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a far end takes but would rather have seen otherwise. */
final class Notes {
  private Notes() {}

  static List<String> of(Profile profile, Judged judged) {
    List<String> out = new ArrayList<>();
    Optional<Media> audio = judged.offer().flatMap(Sdp::audio);
    boolean dtmf =
        audio.isEmpty()
            || audio.get().codecs().stream()
                .anyMatch(c -> c.name().equalsIgnoreCase("telephone-event"));
    if (!dtmf) {
      out.add("no telephone-event in the offer: DTMF cannot be sent in RTP (RFC 4733)");
    }
    String from = Judged.user(judged.request().first("From").orElse(""));
    if (profile.numberFormat() == NumberFormat.E164 && !from.startsWith("+")) {
      out.add("the calling number '" + from + "' has no +: it may not be shown or may be blocked");
    }
    audio
        .map(Media::direction)
        .filter(d -> !profile.media().knows(d))
        .ifPresent(
            d -> out.add("a=" + d.attribute() + " is not understood, a=inactive holds a call"));
    return List.copyOf(out);
  }
}
