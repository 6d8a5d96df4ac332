package io.parley.play.check;

import io.parley.model.Actor;
import io.parley.model.Comparison;
import io.parley.play.agent.Party;
import io.parley.play.message.Captures;
import io.parley.play.stage.FarEnd;
import io.parley.result.TranscriptEntry;
import io.parley.sdp.Sdp;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the paths of {@code check} steps stand for. */
public final class PathValues {
  private final Function<String, Party> parties;
  private final Captures captures;
  private final FarEnd farEnd;

  /**
   * Sets up the look-up.
   *
   * @param parties the party of an actor's name
   * @param farEnd the servers that calls come to
   */
  public PathValues(Function<String, Party> parties, Captures captures, FarEnd farEnd) {
    this.farEnd = farEnd;
    this.parties = parties;
    this.captures = captures;
  }

  /** The values of a path, one where it is a single thing; empty = there was no such thing. */
  public Optional<List<String>> values(Comparison.Path path, Comparison.Operator operator) {
    Party party = parties.apply(path.actor());
    if (path.property().isEmpty()) {
      return captures.value(Actor.person(path.actor()) + "." + path.of()).map(List::of);
    }
    if (path.of().equals("offer") || path.of().equals("answer")) {
      Optional<byte[]> body =
          path.of().equals("offer")
              ? party.leg().media().latest().offer()
              : party.leg().media().latest().answer();
      return body.map(Sdp::of).flatMap(sdp -> SdpParts.of(sdp, path.property()));
    }
    Optional<TranscriptEntry> entry = message(party, path.of());
    return path.property().equals("server")
        ? entry.flatMap(e -> farEnd.nameOf(e.frame().flow())).map(List::of)
        : entry.flatMap(e -> MessageParts.of(e.message(), path, operator));
  }

  /** Whether a value is a codec with its clock. */
  public static boolean isCodec(String value) {
    return value.matches("[A-Za-z0-9._-]+/[0-9]+(/[0-9]+)?");
  }

  /**
   * The last message of that method or status on the leg, sent or received. A message sent again is
   * the first one still: it may cross one that came later.
   */
  private static Optional<TranscriptEntry> message(Party party, String what) {
    List<TranscriptEntry> entries = party.recorder().entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      TranscriptEntry entry = entries.get(i);
      SipMessage m = entry.message();
      String is = m.isResponse() ? Integer.toString(m.status().orElse(0)) : m.method();
      if (!entry.retransmission() && entry.actor().equals(party.name()) && is.equals(what)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
