package io.parley.certify;

import io.parley.phone.Phone;
import java.time.Instant;
import java.util.Optional;

/**
 * What a certificate is about.
 *
 * @param phone the phone as declared
 * @param firmware its firmware as the tester gave it, or as it was seen
 * @param played who the phone was
 * @param sbc the SBC, or the far end itself that a real phone was connected to
 * @param farEnd the profile of the far end behind the SBC; empty = none was chosen
 * @param date when the first call was made
 * @param version version of Parley
 */
public record Subject(
    Phone phone,
    Optional<String> firmware,
    Played played,
    Sbc sbc,
    Optional<String> farEnd,
    Instant date,
    String version) {

  /** Who the phone was. */
  public enum Played {
    /** Parley, by what is declared of the phone. */
    BY_PARLEY("Parley, by the declared profile"),
    /** A phone that somebody dialled on. */
    REAL_PHONE("a phone, observed");

    private final String words;

    Played(String words) {
      this.words = words;
    }

    /** As people read it. */
    @Override
    public String toString() {
      return words;
    }
  }
}
