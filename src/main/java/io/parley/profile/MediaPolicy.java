package io.parley.profile;

import io.parley.model.CodecSpec;
import io.parley.model.Direction;
import java.util.List;

/**
 * What a far end needs to see in an offer.
 *
 * @param codecs audio codecs it can use, in its order of preference
 * @param srtpRequired whether plain RTP is refused
 * @param suites SDES crypto-suites it accepts (RFC 4568), in its order of preference
 * @param iceRequired whether an offer without ICE candidates is refused
 * @param directions stream directions that it understands; empty = all
 */
public record MediaPolicy(
    List<CodecSpec> codecs,
    boolean srtpRequired,
    List<String> suites,
    boolean iceRequired,
    List<Direction> directions) {

  /** Whether it understands a direction. */
  public boolean knows(Direction direction) {
    return directions.isEmpty() || directions.contains(direction);
  }
}
