package io.parley.scenario;

/** Transports a scenario may ask for. */
enum TransportName {
  UDP,
  TCP,
  TLS;

  /** As the model writes it. */
  String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
