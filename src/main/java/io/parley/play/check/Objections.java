package io.parley.play.check;

import io.parley.profile.Judged;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.profile.Ruling;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the profile of a case that went wrong has against the offer that was sent, and against the
 * one that left the target: the rule, and the line of the SDP that breaks it. That line is often
 * where to look, whatever the target made of it.
 */
public final class Objections {
  private Objections() {}

  /** The result with a note for each rule that an offer breaks. */
  public static CaseResult noted(CaseResult result, Profiles profiles) {
    Optional<Profile> profile = result.played().id().profile().flatMap(profiles::get);
    if (!result.wentWrong() || profile.isEmpty()) {
      return result;
    }
    List<String> notes = new ArrayList<>();
    first(result, Frame.Way.OUT)
        .ifPresent(offer -> add(notes, "the offer sent", profile.get(), offer));
    first(result, Frame.Way.IN)
        .ifPresent(offer -> add(notes, "the offer that left the SBC", profile.get(), offer));
    CaseResult out = result;
    for (String note : notes) {
      out = out.noting(note);
    }
    return out;
  }

  /** The first INVITE with SDP of that way; empty where it made no offer. */
  private static Optional<SipMessage> first(CaseResult result, Frame.Way way) {
    return result.transcript().stream()
        .filter(e -> e.frame().way() == way)
        .map(TranscriptEntry::message)
        .filter(m -> m.isRequest() && m.method().equals("INVITE"))
        .findFirst()
        .filter(m -> m.sdp().isPresent());
  }

  private static void add(List<String> notes, String what, Profile profile, SipMessage offer) {
    String sdp = new String(offer.sdp().orElseThrow().bytes(), StandardCharsets.ISO_8859_1);
    for (Ruling.Refuse refuse : profile.objections(Judged.of(offer))) {
      if (refuse.rule().condition().isAboutOffers()) {
        notes.add(
            "%s breaks %s of %s (%d): %s%s"
                .formatted(
                    what,
                    refuse.rule().condition().label(),
                    profile.id(),
                    refuse.status(),
                    refuse.explanation(),
                    line(sdp, refuse)));
      }
    }
  }

  private static String line(String sdp, Ruling.Refuse refuse) {
    return refuse.sdpLine().stream()
        .boxed()
        .flatMap(n -> sdp.lines().skip(n - 1L).limit(1).map(l -> "; SDP line " + n + ": " + l))
        .findFirst()
        .orElse("");
  }
}
