package io.parley.trial;

import io.parley.phone.Phone;
import io.parley.phone.SrtpMode;
import io.parley.profile.Profile;
import io.parley.report.Secrets;
import io.parley.wire.Transport;
import java.util.Set;

/**
 * What is tried.
 *
 * @param phone whose data sheet the phone is held against
 * @param mode how it is set to secure media
 * @param profile the far end whose rules its offers are held against
 * @param transports by which it can reach us
 * @param times how long things last
 * @param secrets what must not be shown
 */
public record TrialSettings(
    Phone phone,
    SrtpMode mode,
    Profile profile,
    Set<Transport> transports,
    TrialTimes times,
    Secrets secrets) {

  /** Copies. */
  public TrialSettings {
    transports = Set.copyOf(transports);
  }
}
