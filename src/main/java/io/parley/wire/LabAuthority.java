package io.parley.wire;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A certification authority of this process, for the certificates of a test lab (RFC 5280): P-256
 * keys that are never written anywhere.
 */
public final class LabAuthority {
  private static final String COMMON_NAME = "2.5.4.3";
  private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
  private static final String BASIC_CONSTRAINTS = "2.5.29.19";
  private static final String KEY_USAGE = "2.5.29.15";
  private static final String ALTERNATIVE_NAMES = "2.5.29.17";
  private static final String EXTENDED_USAGE = "2.5.29.37";
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
  private static final byte DIGITAL_SIGNATURE = (byte) 0x80;
  private static final byte CERT_SIGN = 0x04;

  private final String name;
  private final KeyPair keys = keys();
  private final X509Certificate certificate;
  private long serial = 1;

  /**
   * Makes an authority.
   *
   * @param name its CN
   */
  public LabAuthority(String name) {
    this.name = name;
    this.certificate = authority(name, keys, name, keys.getPrivate(), serial++);
  }

  private LabAuthority(String name, LabAuthority above) {
    this.name = name;
    this.certificate = authority(name, keys, above.name, above.keys.getPrivate(), above.serial++);
  }

  /**
   * An authority for which this one vouches. What it issues is trusted only together with its own
   * certificate. Thread-safe.
   *
   * @param name its CN
   */
  public synchronized LabAuthority subordinate(String name) {
    return new LabAuthority(name, this);
  }

  private static X509Certificate authority(
      String name, KeyPair own, String issuer, PrivateKey by, long serial) {
    byte[] extensions =
        Der.sequence(
            extension(BASIC_CONSTRAINTS, true, Der.sequence(Der.TRUE)),
            extension(KEY_USAGE, true, Der.bits(2, new byte[] {CERT_SIGN})));
    return signed(CertificateWish.good(name), own, issuer, by, extensions, serial);
  }

  /** Its own certificate, for those who are to trust it. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** A certificate and its key. Thread-safe. */
  public synchronized TlsIdentity issue(CertificateWish wish) {
    KeyPair own = keys();
    X509Certificate made = signed(wish, own, name, keys.getPrivate(), extensions(wish), serial++);
    return new TlsIdentity(List.of(made), own.getPrivate());
  }

  /** A certificate that signs itself: no authority vouches for it. */
  public static TlsIdentity selfSigned(CertificateWish wish) {
    KeyPair own = keys();
    X509Certificate made =
        signed(wish, own, wish.commonName(), own.getPrivate(), extensions(wish), 1);
    return new TlsIdentity(List.of(made), own.getPrivate());
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no P-256 keys", e);
    }
  }

  private static X509Certificate signed(
      CertificateWish wish,
      KeyPair subject,
      String issuer,
      PrivateKey by,
      byte[] extensions,
      long serial) {
    byte[] algorithm = Der.sequence(Der.oid(ECDSA_SHA256));
    byte[] body =
        Der.sequence(
            Der.element(0xa0, Der.integer(BigInteger.TWO)),
            Der.integer(BigInteger.valueOf(serial)),
            algorithm,
            name(issuer),
            Der.sequence(Der.time(wish.from()), Der.time(wish.to())),
            name(wish.commonName()),
            subject.getPublic().getEncoded(),
            Der.element(0xa3, extensions));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(by);
      signature.update(body);
      byte[] whole = Der.sequence(body, algorithm, Der.bits(0, signature.sign()));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(whole));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate cannot be made", e);
    }
  }

  private static byte[] name(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.utf8(commonName))));
  }

  private static byte[] extensions(CertificateWish wish) {
    List<byte[]> usages = new ArrayList<>();
    if (wish.server()) {
      usages.add(Der.oid(SERVER_AUTH));
    }
    if (wish.client()) {
      usages.add(Der.oid(CLIENT_AUTH));
    }
    byte[][] names = wish.names().stream().map(LabAuthority::alternative).toArray(byte[][]::new);
    return Der.sequence(
        extension(KEY_USAGE, true, Der.bits(7, new byte[] {DIGITAL_SIGNATURE})),
        extension(EXTENDED_USAGE, false, Der.sequence(usages.toArray(byte[][]::new))),
        extension(ALTERNATIVE_NAMES, false, Der.sequence(names)));
  }

  private static byte[] alternative(String name) {
    Optional<InetAddress> address = IpLiteral.parse(name);
    return address.isPresent()
        ? Der.element(0x87, address.get().getAddress())
        : Der.element(0x82, name.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] extension(String oid, boolean critical, byte[] value) {
    return critical
        ? Der.sequence(Der.oid(oid), Der.TRUE, Der.octets(value))
        : Der.sequence(Der.oid(oid), Der.octets(value));
  }
}
