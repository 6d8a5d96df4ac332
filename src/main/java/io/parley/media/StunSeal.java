package io.parley.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What protects a STUN message: MESSAGE-INTEGRITY by a short-term password (RFC 8489 §14.5, §9.1)
 * and FINGERPRINT (§14.7). Both are made over the message up to themselves, with a length in its
 * header that ends behind them.
 */
final class StunSeal {
  static final int INTEGRITY_LENGTH = 20;
  static final int FINGERPRINT_LENGTH = 4;
  private static final int FINGERPRINT_XOR = 0x5354554e;
  private static final int ATTRIBUTE_HEADER = 4;

  private StunSeal() {}

  /**
   * The value of MESSAGE-INTEGRITY.
   *
   * @param before the message up to that attribute, header included
   */
  static byte[] integrity(byte[] before, String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return mac.doFinal(ending(before, INTEGRITY_LENGTH));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA1", e);
    }
  }

  /** The value of FINGERPRINT. */
  static byte[] fingerprint(byte[] before) {
    CRC32 crc = new CRC32();
    crc.update(ending(before, FINGERPRINT_LENGTH));
    return ByteBuffer.allocate(FINGERPRINT_LENGTH)
        .putInt((int) crc.getValue() ^ FINGERPRINT_XOR)
        .array();
  }

  /** The same whose header says that it ends behind an attribute of that length. */
  private static byte[] ending(byte[] before, int length) {
    byte[] out = before.clone();
    int whole = before.length - StunMessage.HEADER + ATTRIBUTE_HEADER + length;
    ByteBuffer.wrap(out).putShort(2, (short) whole);
    return out;
  }
}
