package io.parley.wire;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Checks the certificate of the other side, and says which check it failed. Who connects to us is
 * held to the rules for servers, as trunk providers do: an SBC is both.
 */
final class PeerCheck extends X509ExtendedTrustManager {
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

  private final TlsSettings settings;
  private final X509TrustManager authorities;

  PeerCheck(TlsSettings settings) throws GeneralSecurityException {
    this.settings = settings;
    this.authorities = trusting(settings);
  }

  /** A certificate that failed a check. */
  static final class Untrusted extends CertificateException {
    private static final long serialVersionUID = 1L;
    private final TlsFailure failure;
    private final String detail;

    Untrusted(TlsFailure failure, String detail, Throwable cause) {
      super(failure.words() + ": " + detail, cause);
      this.failure = failure;
      this.detail = detail;
    }

    TlsFailure failure() {
      return failure;
    }

    String detail() {
      return detail;
    }
  }

  private static X509TrustManager trusting(TlsSettings settings) throws GeneralSecurityException {
    KeyStore store = null; // stands for the authorities of the runtime
    if (!settings.authorities().isEmpty()) {
      store = TlsLayer.emptyStore();
      for (X509Certificate c : settings.authorities()) {
        store.setCertificateEntry("ca-" + store.size(), c);
      }
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    for (TrustManager m : factory.getTrustManagers()) {
      if (m instanceof X509TrustManager x) {
        return x;
      }
    }
    throw new GeneralSecurityException("the Java runtime has no PKIX trust manager");
  }

  private void check(X509Certificate[] chain, String keyExchange) throws CertificateException {
    if (!settings.verify()) {
      return;
    }
    try {
      authorities.checkServerTrusted(chain, keyExchange);
    } catch (CertificateException e) {
      throw new Untrusted(reason(chain, e), detail(chain[0]), e);
    }
    usage(chain[0]);
    String name = settings.peerName().orElse("");
    if (!name.isEmpty() && !PeerName.matches(chain[0], name, settings.rules())) {
      String names = String.join(", ", PeerName.names(chain[0], settings.rules()));
      throw new Untrusted(TlsFailure.WRONG_NAME, "expected " + name + ", it is for " + names, null);
    }
  }

  /** A certificate without the extension may be used for anything (RFC 5280 §4.2.1.12). */
  private void usage(X509Certificate c) throws CertificateException {
    List<String> usage = c.getExtendedKeyUsage();
    if (settings.rules() == CertificateRules.TEAMS
        && (usage == null || !usage.contains(SERVER_AUTH))) {
      throw new Untrusted(TlsFailure.WRONG_USAGE, detail(c), null);
    }
  }

  private static TlsFailure reason(X509Certificate[] chain, CertificateException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      String text = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
      if (t instanceof CertificateExpiredException) {
        return TlsFailure.EXPIRED;
      }
      if (t instanceof CertificateNotYetValidException) {
        return TlsFailure.NOT_YET_VALID;
      }
      if (text.contains("key usage")) {
        return TlsFailure.WRONG_USAGE;
      }
      if (text.contains("unable to find valid certification path")
          || text.contains("path does not chain")) {
        boolean own = chain[0].getIssuerX500Principal().equals(chain[0].getSubjectX500Principal());
        return own ? TlsFailure.SELF_SIGNED : TlsFailure.UNKNOWN_AUTHORITY;
      }
    }
    return TlsFailure.BAD_CERTIFICATE;
  }

  private static String detail(X509Certificate c) {
    return c.getSubjectX500Principal().getName()
        + ", issued by "
        + c.getIssuerX500Principal().getName()
        + ", valid from "
        + c.getNotBefore().toInstant()
        + " to "
        + c.getNotAfter().toInstant();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain, "UNKNOWN");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain, "UNKNOWN");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain, "UNKNOWN");
  }

  /** Named to who connects, so that it can choose a certificate (RFC 8446 §4.2.4). */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return settings.authorities().toArray(new X509Certificate[0]);
  }
}
