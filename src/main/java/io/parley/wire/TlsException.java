package io.parley.wire;

import java.io.IOException;

/** A connection that did not become a TLS connection, or that an alert ended. */
final class TlsException extends IOException {
  private static final long serialVersionUID = 1L;

  TlsException(TlsFailure failure, String detail, Throwable cause) {
    super(
        TlsFailure.PREFIX
            + failure.words()
            + (detail.isEmpty() ? "" : " (" + detail + ")")
            + ". "
            + failure.advice(),
        cause);
  }
}
