package io.parley.run;

import io.parley.wire.CertificateWish;
import io.parley.wire.IpLiteral;
import io.parley.wire.LabAuthority;
import io.parley.wire.Pem;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The certificate of a far end over TLS whose user has none: made for one serving, with the
 * addresses that it listens on in subjectAltName (RFC 5922 §7.2 takes them for phones that are
 * given an address). Its key is written nowhere; its authority is, for those who call.
 */
final class MadeCertificate {
  /** The file of the authority, in the folder of the results. */
  static final String FILE = "authority.pem";

  private MadeCertificate() {}

  /**
   * The same request with a certificate, where it needs one.
   *
   * @param said told where the authority is, and who has to trust it
   * @throws UsageException when that file cannot be written
   */
  static ServeRequest completing(ServeRequest request, Consumer<String> said) {
    String[] names =
        request.listens().stream()
            .filter(l -> l.transport() == Transport.TLS)
            .map(l -> IpLiteral.text(l.at().getAddress()))
            .distinct()
            .toArray(String[]::new);
    TlsSettings settings = request.tls().orElse(TlsSettings.DEFAULT);
    if (names.length == 0 || settings.identity().isPresent()) {
      return request;
    }
    LabAuthority authority = new LabAuthority("Parley authority of one serving");
    Path file = request.output().folder().resolve(FILE);
    write(file, Pem.text(authority.certificate()));
    said.accept(
        "made a certificate for "
            + String.join(", ", names)
            + ": whoever calls over TLS has to trust its authority, "
            + file
            + " (another one: --certificate and --key)");
    return request.over(Optional.of(settings.as(authority.issue(CertificateWish.good(names)))));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UsageException("--out: cannot write " + file + ": " + e.getMessage());
    }
  }
}
