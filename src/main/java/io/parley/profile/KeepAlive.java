package io.parley.profile;

import io.parley.model.Doc;
import io.parley.model.Evidence;
import java.time.Duration;

/**
 * What a far end makes of the OPTIONS by which an SBC shows that it is there (RFC 3261 §11).
 *
 * @param every how often it wants to see one
 * @param within after how long without any it takes the SBC for down
 * @param then what becomes of the calls to the SBC, in words
 * @param evidence how well that is known
 * @param source the public document
 */
public record KeepAlive(
    @Doc("How often an SBC has to send OPTIONS.") Duration every,
    @Doc("After how long without any it takes the SBC for down.") Duration within,
    @Doc("What it does then, as the end of a sentence.") String then,
    @Doc("How well that is known.") Evidence evidence,
    @Doc("Document and section.") String source) {

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException when they could not be kept, which the message says
   */
  public KeepAlive {
    if (every.isZero() || every.compareTo(within) > 0) {
      throw new IllegalArgumentException(
          "expected 'every' to be above 0 s and not above 'within', found "
              + every.toMillis() / 1000.0
              + " s of "
              + within.toMillis() / 1000.0
              + " s");
    }
  }
}
