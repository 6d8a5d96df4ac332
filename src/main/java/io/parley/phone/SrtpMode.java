package io.parley.phone;

import java.util.Locale;

/** How a phone secures its media, as its settings name it. */
public enum SrtpMode {
  /** Plain RTP. */
  OFF,
  /** SRTP where the other side takes it, else plain RTP. */
  OPTIONAL,
  /** SRTP or no call. */
  MANDATORY;

  /** As files have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
