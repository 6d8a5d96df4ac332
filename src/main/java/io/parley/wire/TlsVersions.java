package io.parley.wire;

import java.security.GeneralSecurityException;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * Versions of TLS. Java refuses to speak 1.0 and 1.1 (RFC 8996), also to whom is to be caught
 * taking them; here they are allowed again for connections that ask for them. All others name what
 * they speak, so that they are no weaker than before.
 */
public final class TlsVersions {
  /** What we speak where nothing is said, the preferred one first. */
  public static final List<String> USUAL = List.of("TLSv1.3", "TLSv1.2");

  private static final String DISABLED = "jdk.tls.disabledAlgorithms";
  private static final List<String> PAST = List.of("TLSv1", "TLSv1.1");

  static {
    // Java reads this once, before its first connection over TLS.
    String disabled = Security.getProperty(DISABLED);
    if (disabled != null) {
      Security.setProperty(DISABLED, withoutPast(disabled));
    }
  }

  private TlsVersions() {}

  private static String withoutPast(String disabled) {
    return Arrays.stream(disabled.split(","))
        .filter(d -> !PAST.contains(d.strip()))
        .collect(Collectors.joining(","));
  }

  /** Whether this Java runtime can speak it; nothing is sent. */
  public static boolean isSpoken(String version) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      SSLEngine engine = context.createSSLEngine();
      engine.setUseClientMode(true);
      engine.setEnabledProtocols(new String[] {version});
      engine.beginHandshake();
      return true;
    } catch (GeneralSecurityException | SSLException | IllegalArgumentException e) {
      return false;
    }
  }
}
