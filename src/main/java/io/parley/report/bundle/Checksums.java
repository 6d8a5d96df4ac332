package io.parley.report.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The manifest of a bundle, in the form that {@code sha256sum -c} reads. */
final class Checksums {
  /** Name of the manifest. */
  static final String FILE = "SHA256SUMS";

  private Checksums() {}

  /** One line a file. */
  static String of(Map<String, byte[]> files) {
    StringBuilder out = new StringBuilder();
    files.forEach((name, bytes) -> out.append(sha256(bytes) + "  " + name + "\n"));
    return out.toString();
  }

  /** The SHA-256 of some bytes, in hex. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
