package io.parley.certify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes a certificate beside its evidence: {@code certificate.html}, {@code certificate.json} and
 * {@code evidence.sha256}.
 */
public final class CertificateFiles {
  /** The list of sums of the evidence. */
  static final String SUMS = "evidence.sha256";

  /** The page. */
  public static final String PAGE = "certificate.html";

  private static final String RECORD = "certificate.json";

  private final Path folder;

  /** Files in a folder, which has the evidence already. */
  public CertificateFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes all three.
   *
   * @return the seal of the evidence
   * @throws UncheckedIOException when one cannot be written
   */
  public EvidenceSeal write(Certificate certificate) {
    try {
      EvidenceSeal seal = EvidenceSeal.of(folder, folders(certificate));
      Files.writeString(folder.resolve(SUMS), seal.list());
      Files.writeString(folder.resolve(RECORD), new CertificateRecord(certificate, seal).text());
      Files.writeString(folder.resolve(PAGE), new CertificatePage(certificate, seal).html());
      return seal;
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + ": the certificate cannot be written (" + e.getMessage() + ")", e);
    }
  }

  private static List<String> folders(Certificate certificate) {
    return certificate.results().stream()
        .flatMap(r -> r.proofs().stream())
        .map(Proof::folder)
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }
}
