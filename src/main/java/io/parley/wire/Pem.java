package io.parley.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates and private keys as text (RFC 7468). Keys: PKCS#8 for RSA, EC and EdDSA, and the
 * older {@code RSA PRIVATE KEY} (RFC 8017 A.1.2) and {@code EC PRIVATE KEY} (RFC 5915).
 */
public final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
  private static final List<String> KEY_TYPES = List.of("RSA", "EC", "EdDSA");
  private static final byte[] VERSION_0 = {2, 1, 0};

  /** AlgorithmIdentifier of RSA: 1.2.840.113549.1.1.1 with NULL. */
  private static final byte[] RSA = {
    0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };

  /** 1.2.840.10045.2.1, an elliptic curve's key. */
  private static final byte[] EC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

  private Pem() {}

  /** A certificate as text, with a line end behind it. */
  public static String text(X509Certificate certificate) {
    try {
      String lines =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateException e) {
      throw new IllegalArgumentException("the certificate has no encoding", e);
    }
  }

  /**
   * The certificates of a text, in its order; at least one.
   *
   * @throws IllegalArgumentException when there is none or one cannot be read
   */
  public static List<X509Certificate> certificates(String text) {
    List<X509Certificate> out = new ArrayList<>();
    Matcher m = BLOCK.matcher(text);
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      while (m.find()) {
        if (m.group(1).equals("CERTIFICATE")) {
          byte[] der = bytes(m.group(2));
          out.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        }
      }
    } catch (CertificateException e) {
      throw new IllegalArgumentException("a certificate cannot be read: " + e.getMessage(), e);
    }
    if (out.isEmpty()) {
      throw new IllegalArgumentException("expected -----BEGIN CERTIFICATE-----, found none");
    }
    return out;
  }

  /**
   * The first private key of a text.
   *
   * @throws IllegalArgumentException when there is none, it is encrypted, or of a kind not known
   */
  public static PrivateKey privateKey(String text) {
    Matcher m = BLOCK.matcher(text);
    while (m.find()) {
      String label = m.group(1);
      if (label.equals("ENCRYPTED PRIVATE KEY") || m.group(2).contains("ENCRYPTED")) {
        throw new IllegalArgumentException(
            "the private key is encrypted. Write it without a passphrase:"
                + " openssl pkey -in key.pem -out plain.pem");
      }
      if (label.endsWith("PRIVATE KEY")) {
        return key(label, bytes(m.group(2)));
      }
    }
    throw new IllegalArgumentException("expected -----BEGIN PRIVATE KEY-----, found none");
  }

  private static PrivateKey key(String label, byte[] der) {
    byte[] pkcs8 =
        switch (label) {
          case "RSA PRIVATE KEY" -> der(0x30, VERSION_0, RSA, der(4, der));
          case "EC PRIVATE KEY" -> der(0x30, VERSION_0, der(0x30, EC, curve(der)), der(4, der));
          default -> der;
        };
    for (String type : KEY_TYPES) {
      try {
        return KeyFactory.getInstance(type).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (GeneralSecurityException e) {
        // Of another type, or of none that is known.
      }
    }
    throw new IllegalArgumentException(
        "the private key cannot be read: expected RSA, EC or EdDSA in PKCS#8, PKCS#1 or SEC 1");
  }

  /** The curve of an EC key: the object identifier within its parameters, {@code [0]}. */
  private static byte[] curve(byte[] der) {
    for (int i = 0; i + 3 < der.length; i++) {
      boolean parameters = der[i] == (byte) 0xa0 && der[i + 2] == 6;
      if (parameters && der[i + 1] == der[i + 3] + 2 && i + 2 + der[i + 1] <= der.length) {
        return java.util.Arrays.copyOfRange(der, i + 2, i + 2 + der[i + 1]);
      }
    }
    throw new IllegalArgumentException("the EC private key does not name its curve");
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = body.size();
    if (length >= 0x100) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length >= 0x80) {
      out.write(0x81);
    }
    out.write(length);
    out.writeBytes(body.toByteArray());
    return out.toByteArray();
  }

  private static byte[] bytes(String base64) {
    return Base64.getMimeDecoder().decode(base64);
  }
}
