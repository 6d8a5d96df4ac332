package io.parley.wire;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What we show of ourselves in a TLS handshake.
 *
 * @param chain our certificate, then those of the authorities that vouch for it
 * @param key its private key
 */
public record TlsIdentity(List<X509Certificate> chain, PrivateKey key) {

  /**
   * Checks that certificate and key belong together.
   *
   * @throws IllegalArgumentException when they do not; the message says so
   */
  public TlsIdentity {
    chain = List.copyOf(chain);
    if (!belong(chain.get(0), key)) {
      throw new IllegalArgumentException(
          "the private key is not the key of the certificate "
              + chain.get(0).getSubjectX500Principal().getName());
    }
  }

  private static boolean belong(X509Certificate certificate, PrivateKey key) {
    byte[] text = "parley".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(text);
      byte[] signature = signing.sign();
      signing.initVerify(certificate.getPublicKey());
      signing.update(text);
      return signing.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a key of another kind cannot verify at all
    }
  }

  /** The key stays out of logs. */
  @Override
  public String toString() {
    return "TlsIdentity[" + chain.get(0).getSubjectX500Principal().getName() + "]";
  }
}
