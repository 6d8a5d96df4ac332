package io.parley.model;

import java.util.List;
import java.util.Optional;

/**
 * What an SDP that arrives must look like; an empty field asks nothing.
 *
 * @param at where it is written
 * @param present false = there must be no SDP
 * @param audio its first audio stream
 * @param streams its streams, one check for each m= line in order and as many
 * @param lines lines anywhere in it
 */
public record SdpExpectation(
    SourcePosition at,
    boolean present,
    StreamCheck audio,
    Optional<List<StreamCheck>> streams,
    Optional<LinesCheck> lines) {

  /** That there is an SDP, and what its first audio stream must be. */
  public static SdpExpectation of(SourcePosition at, StreamCheck audio) {
    return new SdpExpectation(at, true, audio, Optional.empty(), Optional.empty());
  }

  /** That there is no SDP. */
  public static SdpExpectation absent(SourcePosition at) {
    return new SdpExpectation(at, false, StreamCheck.NOTHING, Optional.empty(), Optional.empty());
  }
}
