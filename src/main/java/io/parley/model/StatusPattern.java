package io.parley.model;

/** Which final (or provisional) outcome is meant. */
public sealed interface StatusPattern {

  /** Exactly that status code, 100..699. */
  record Code(int status) implements StatusPattern {
    @Override
    public String toString() {
      return Integer.toString(status);
    }
  }

  /** A class: {@code 4xx}; the digit is 1..6. */
  record StatusClass(int digit) implements StatusPattern {
    @Override
    public String toString() {
      return digit + "xx";
    }
  }

  /** No response at all within the time, while the target still answers OPTIONS. */
  record Silence() implements StatusPattern {
    @Override
    public String toString() {
      return "silence";
    }
  }

  /** The target does not take the connection: it ends it, or its TLS handshake. */
  record NoConnection() implements StatusPattern {
    @Override
    public String toString() {
      return "no-connection";
    }
  }

  /** Whether a status code received fits; silence and no connection fit none. */
  default boolean matches(int status) {
    if (this instanceof Code c) {
      return c.status == status;
    }
    return this instanceof StatusClass k && k.digit == status / 100;
  }
}
