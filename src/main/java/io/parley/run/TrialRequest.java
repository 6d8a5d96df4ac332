package io.parley.run;

import io.parley.phone.SrtpMode;
import io.parley.trial.TrialTimes;
import java.util.Optional;

/**
 * A trial of a real phone that the user wants.
 *
 * @param serve the far end that is played, where it listens and how long; whom it dials and its
 *     numbers are of no meaning
 * @param phone whose data sheet the phone is held against: a name or a file
 * @param mode how the phone is set to secure media; empty = as it is delivered
 * @param firmware its firmware in the user's words; empty = what its User-Agent says
 * @param times how long things last
 */
public record TrialRequest(
    ServeRequest serve,
    String phone,
    Optional<SrtpMode> mode,
    Optional<String> firmware,
    TrialTimes times) {}
