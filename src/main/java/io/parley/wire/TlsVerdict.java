package io.parley.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Makes of what the Java runtime says of a handshake one of the reasons that we know. */
final class TlsVerdict {
  private static final Pattern ALERT =
      Pattern.compile("(?i)received (?:fatal|close_notify|warning)? ?alert: ?(\\w+)");

  private static final String HUNG_UP = "it asked for a certificate and hung up";

  /** Whether the other side asked for our certificate. */
  enum Asked {
    NO(null),
    /** And we had none. */
    IN_VAIN(TlsFailure.CERTIFICATE_REQUIRED),
    /** And we showed it. */
    ANSWERED(TlsFailure.CERTIFICATE_REFUSED);

    /** What it means when it hangs up thereupon; an alert that would say so can get lost. */
    private final TlsFailure onHangUp;

    Asked(TlsFailure onHangUp) {
      this.onHangUp = onHangUp;
    }
  }

  private TlsVerdict() {}

  /**
   * The reason why a handshake failed.
   *
   * @param e what the runtime threw
   * @param asked whether the other side asked for our certificate
   * @return a {@link TlsException}, or the exception itself where TLS has nothing to do with it
   */
  static IOException ofHandshake(IOException e, Asked asked) {
    IOException known = ofAlert(e, asked);
    if (known != null) {
      return known;
    }
    String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return e instanceof SSLException || asked != Asked.NO || isSilence(e)
        ? new TlsException(words(e, text, asked), "", e)
        : e;
  }

  /**
   * The reason why a connection that had its handshake ended.
   *
   * @param asked whether the other side asked for our certificate and has said nothing since
   */
  static IOException ofConnection(IOException e, Asked asked) {
    IOException known = ofAlert(e, asked);
    if (known != null) {
      return known;
    }
    return asked == Asked.NO ? e : new TlsException(asked.onHangUp, HUNG_UP, e);
  }

  /** The reason, if a check of ours or an alert of theirs tells it; else null. */
  private static IOException ofAlert(IOException e, Asked asked) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof PeerCheck.Untrusted untrusted) {
        return new TlsException(untrusted.failure(), untrusted.detail(), e);
      }
    }
    String text = String.valueOf(e.getMessage());
    Matcher m = ALERT.matcher(text);
    if (m.find()) {
      String alert = m.group(1).toLowerCase(Locale.ROOT);
      return new TlsException(alert(alert, asked), "alert " + alert, e);
    }
    return null;
  }

  private static boolean isSilence(IOException e) {
    return e instanceof SocketTimeoutException || e instanceof EOFException;
  }

  private static TlsFailure alert(String alert, Asked asked) {
    return switch (alert) {
      case "certificate_required" -> TlsFailure.CERTIFICATE_REQUIRED;
      case "protocol_version" -> TlsFailure.PROTOCOL_VERSION;
      case "unrecognized_name" -> TlsFailure.UNKNOWN_SERVER_NAME;
      case "bad_certificate", "handshake_failure" ->
          asked == Asked.IN_VAIN
              ? TlsFailure.CERTIFICATE_REQUIRED
              : alert.startsWith("bad")
                  ? TlsFailure.CERTIFICATE_REFUSED
                  : TlsFailure.NOTHING_IN_COMMON;
      case "unknown_ca",
          "certificate_unknown",
          "certificate_expired",
          "certificate_revoked",
          "unsupported_certificate",
          "access_denied" ->
          TlsFailure.CERTIFICATE_REFUSED;
      default -> TlsFailure.OTHER;
    };
  }

  private static TlsFailure words(IOException e, String text, Asked asked) {
    if (e instanceof SocketTimeoutException) {
      return TlsFailure.SILENT;
    }
    if (text.contains("empty client certificate chain")) {
      return TlsFailure.NO_CLIENT_CERTIFICATE;
    }
    if (text.contains("unsupported or unrecognized ssl message") || text.contains("plaintext")) {
      return TlsFailure.NOT_TLS;
    }
    if (text.contains("protocol") && !text.contains("no cipher")) {
      return TlsFailure.PROTOCOL_VERSION;
    }
    if (text.contains("no cipher suites in common") || text.contains("no available")) {
      return TlsFailure.NOTHING_IN_COMMON;
    }
    if (asked != Asked.NO) {
      return asked.onHangUp;
    }
    boolean gone =
        e instanceof EOFException
            || e.getCause() instanceof EOFException
            || e.getCause() instanceof SocketException
            || text.contains("terminated the handshake");
    return gone ? TlsFailure.CLOSED : TlsFailure.OTHER;
  }
}
