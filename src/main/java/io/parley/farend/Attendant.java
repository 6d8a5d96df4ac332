package io.parley.farend;

import io.parley.sip.SipMessage;
import java.util.Optional;

/** Says what becomes of a call, by its number. Asked on the SBC's one thread; must not block. */
public interface Attendant {

  /** Leaves every call to the profile. */
  Attendant NONE = invite -> Optional.empty();

  /**
   * The treatment of a call.
   *
   * @param invite that begins it
   * @return empty = as the profile says
   */
  Optional<Treatment> treatment(SipMessage invite);
}
