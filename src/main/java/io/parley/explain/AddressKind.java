package io.parley.explain;

/** Kinds of media addresses, since two calls seldom have the very same. */
enum AddressKind {
  NONE("none"),
  BLACKHOLE("blackhole"),
  NAME("a host name"),
  IP6("IPv6"),
  LOOPBACK("loopback"),
  PRIVATE("private (RFC 1918)"),
  PUBLIC("public");

  private final String words;

  AddressKind(String words) {
    this.words = words;
  }

  /** The kind of an address as SDP has it. */
  static AddressKind of(String address) {
    if (address.isEmpty()) {
      return NONE;
    }
    if (address.equals("0.0.0.0") || address.equals("::")) {
      return BLACKHOLE;
    }
    if (address.contains(":")) {
      return IP6;
    }
    if (!address.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
      return NAME;
    }
    if (address.startsWith("127.")) {
      return LOOPBACK;
    }
    return address.matches("10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*")
        ? PRIVATE
        : PUBLIC;
  }

  @Override
  public String toString() {
    return words;
  }
}
