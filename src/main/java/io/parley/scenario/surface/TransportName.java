package io.parley.scenario.surface;

/** Transports a scenario may ask for. */
public enum TransportName {
  UDP,
  TCP,
  TLS;

  /** As the model writes it. */
  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
