package io.parley.trial;

import java.time.Duration;

/**
 * How long things last in a trial.
 *
 * @param ringing how long our numbers ring before they answer
 * @param silence how long the silent number is silent
 * @param pace what lies between two things that we do in a call
 * @param pause how long after the tester's call we call back
 * @param hold how long a call of ours is held
 * @param session the session interval of the number that refreshes (RFC 4028)
 * @param registration the longest binding that is granted
 * @param patience how long a step may stand still before it is given up
 */
public record TrialTimes(
    Duration ringing,
    Duration silence,
    Duration pace,
    Duration pause,
    Duration hold,
    Duration session,
    Duration registration,
    Duration patience) {

  /** For people: time to look at the phone's display, the least session interval of RFC 4028. */
  public static final TrialTimes USUAL =
      new TrialTimes(
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Duration.ofSeconds(90),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120));

  /** How long a call of ours may ring. */
  static final Duration LONGEST_RINGING = Duration.ofSeconds(40);
}
