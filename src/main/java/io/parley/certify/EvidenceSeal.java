package io.parley.certify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The evidence of a certificate, as a list of SHA-256 sums and the sum of that list.
 *
 * <p>The list has a line for each file, {@code <64 hex digits> <path>}, sorted by path, as {@code
 * sha256sum} writes it and {@code sha256sum -c} checks it; paths are relative to the certificate.
 *
 * @param sums the sum of each file by its path
 */
public record EvidenceSeal(Map<String, String> sums) {

  /**
   * The seal of all files below some folders.
   *
   * @param base the folder of the certificate
   * @param folders relative to it; those that are missing have no files
   * @throws IOException when a file cannot be read
   */
  public static EvidenceSeal of(Path base, List<String> folders) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (String folder : folders) {
      Path top = base.resolve(folder);
      if (Files.isDirectory(top)) {
        try (Stream<Path> files = Files.walk(top)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            sums.put(base.relativize(file).toString().replace('\\', '/'), sum(file));
          }
        }
      }
    }
    return new EvidenceSeal(sums);
  }

  /** The list as text. */
  public String list() {
    StringBuilder out = new StringBuilder();
    sums.forEach((path, sum) -> out.append(sum).append("  ").append(path).append('\n'));
    return out.toString();
  }

  /** SHA-256 of the list, 64 hex digits. */
  public String sha256() {
    return HexFormat.of().formatHex(digest().digest(list().getBytes(StandardCharsets.UTF_8)));
  }

  private static String sum(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
