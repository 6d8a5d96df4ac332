package io.parley.farend;

import io.parley.model.OfferSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What becomes of a call to one number of an SBC that answers calls itself.
 *
 * @param silence how long nothing at all is said to its INVITE, as if our first response were lost
 * @param progress the provisional response after 100: 180, or 183 with our session description;
 *     empty = none
 * @param ringing how long until the final response
 * @param refusal the final response; empty = it is answered
 * @param media what is taken of its offer, as {@link io.parley.sdp.AnswerBuilder} reads it
 * @param session the session interval we want (RFC 4028); empty = as the settings say
 * @param deeds what we do once it is answered and acknowledged, one after the other
 * @param pace how long we wait before each deed
 * @param back the call that we make to the caller afterwards; empty = none
 */
public record Treatment(
    Duration silence,
    OptionalInt progress,
    Duration ringing,
    Optional<Refusal> refusal,
    OfferSpec media,
    Optional<Duration> session,
    List<Deed> deeds,
    Duration pace,
    Optional<OwnCall> back) {

  /** Answered at once with whatever was offered, and left alone. */
  public static final Treatment ANSWERED =
      new Treatment(
          Duration.ZERO,
          OptionalInt.empty(),
          Duration.ZERO,
          Optional.empty(),
          OfferSpec.EMPTY,
          Optional.empty(),
          List.of(),
          Duration.ZERO,
          Optional.empty());

  /** Copies. */
  public Treatment {
    deeds = List.copyOf(deeds);
  }

  /** A final response other than 2xx. */
  public record Refusal(int status, String phrase) {}

  /** Something we do in a call that is up. */
  public enum Deed {
    /** A re-INVITE with {@code a=sendonly} (RFC 3264 §8.4). */
    HOLD,
    /** A re-INVITE with {@code a=sendrecv}. */
    RESUME,
    /** A BYE. */
    HANG_UP
  }

  /** Refused. */
  public static Treatment refused(int status, String phrase) {
    return ANSWERED.with(Optional.of(new Refusal(status, phrase)), Optional.empty());
  }

  /** The same that ends so, and is called back. */
  public Treatment with(Optional<Refusal> end, Optional<OwnCall> call) {
    return new Treatment(silence, progress, ringing, end, media, session, deeds, pace, call);
  }

  /** The same whose call back has that Call-ID. */
  public Treatment callingBackAs(String callId) {
    return with(refusal, back.map(b -> b.as(callId)));
  }

  /** The same after a silence. */
  public Treatment after(Duration time) {
    return new Treatment(time, progress, ringing, refusal, media, session, deeds, pace, back);
  }

  /** The same that rings for a while, with that provisional response. */
  public Treatment ringing(int status, Duration time) {
    return new Treatment(
        silence, OptionalInt.of(status), time, refusal, media, session, deeds, pace, back);
  }

  /** The same that takes other media. */
  public Treatment taking(OfferSpec wanted) {
    return new Treatment(silence, progress, ringing, refusal, wanted, session, deeds, pace, back);
  }

  /** The same that keeps the session alive at that interval. */
  public Treatment refreshed(Duration interval) {
    return new Treatment(
        silence, progress, ringing, refusal, media, Optional.of(interval), deeds, pace, back);
  }

  /** The same in which we do these things. */
  public Treatment doing(Duration between, Deed... what) {
    return new Treatment(
        silence, progress, ringing, refusal, media, session, List.of(what), between, back);
  }
}
