package io.parley.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Enough of SHA-256 to tell texts apart, the same everywhere and for ever. */
public final class Digest {
  private static final int BYTES = 8;

  private Digest() {}

  /** Its first eight bytes, of the text in UTF-8, as 16 hexadecimal digits. */
  public static String of(String text) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
