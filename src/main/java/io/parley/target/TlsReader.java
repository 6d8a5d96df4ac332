package io.parley.target;

import io.parley.wire.CertificateRules;
import io.parley.wire.IpLiteral;
import io.parley.wire.Pem;
import io.parley.wire.TlsIdentity;
import io.parley.wire.TlsSettings;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads how a target speaks TLS; files are looked for beside the target file. */
final class TlsReader {
  private static final Pattern HOST_NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

  private final Problems problems;

  TlsReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The settings.
   *
   * @param host the host that the target file names, whose certificate is expected
   * @param rules by which our callees judge the certificate they then demand; empty = by the usual
   */
  TlsSettings read(
      Optional<TargetFile.TlsKeys> keys, String host, Optional<Located<CertificateRules>> rules) {
    TlsSettings plain = TlsSettings.DEFAULT.expecting(host);
    TlsSettings out = keys.map(k -> read(k, plain)).orElse(plain);
    if (rules.isEmpty()) {
      return out;
    }
    if (out.identity().isEmpty()) {
      problems.add(
          rules.get().at(),
          "certificate-rules: our callees need a certificate of their own to take TLS",
          "Write tls: { certificate: …, key: … }.");
    }
    return out.demandingCertificate().by(rules.get().value());
  }

  private TlsSettings read(TargetFile.TlsKeys keys, TlsSettings plain) {
    List<X509Certificate> ca = keys.ca().flatMap(f -> file(f, Pem::certificates)).orElse(List.of());
    keys.serverName().ifPresent(this::checkName);
    return new TlsSettings(
        identity(keys),
        ca,
        keys.verify().orElse(true),
        keys.serverName().map(Located::value).or(plain::peerName),
        keys.mutual().orElse(false));
  }

  private void checkName(Located<String> name) {
    if (!HOST_NAME.matcher(name.value()).matches() && IpLiteral.parse(name.value()).isEmpty()) {
      problems.add(
          name.at(), "server-name: expected a host name or address, found '" + name.value() + "'");
    }
  }

  private Optional<TlsIdentity> identity(TargetFile.TlsKeys keys) {
    if (keys.certificate().isEmpty() && keys.key().isEmpty()) {
      if (keys.mutual().orElse(false)) {
        problems.add(
            keys.at(),
            "tls: mutual needs a certificate of our own, to accept connections with",
            "Write certificate: and key:.");
      }
      return Optional.empty();
    }
    if (keys.certificate().isEmpty() || keys.key().isEmpty()) {
      String missing = keys.key().isEmpty() ? "key" : "certificate";
      problems.add(
          keys.at(),
          "tls: missing key '" + missing + "'",
          "Certificate and key go together, each a PEM file.");
      return Optional.empty();
    }
    Optional<List<X509Certificate>> chain = file(keys.certificate().get(), Pem::certificates);
    Optional<PrivateKey> key = file(keys.key().get(), Pem::privateKey);
    if (chain.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new TlsIdentity(chain.get(), key.get()));
    } catch (IllegalArgumentException e) {
      problems.add(keys.key().get().at(), "tls: " + e.getMessage());
      return Optional.empty();
    }
  }

  private <T> Optional<T> file(Located<String> name, Function<String, T> read) {
    Path base = Path.of(name.at().file()).toAbsolutePath().getParent();
    try {
      return Optional.of(read.apply(Files.readString(base.resolve(name.value()))));
    } catch (IOException e) {
      problems.add(
          name.at(),
          "cannot read '" + name.value() + "': no such PEM file",
          "Files are looked for beside the target file.");
    } catch (IllegalArgumentException e) {
      problems.add(name.at(), name.value() + ": " + e.getMessage());
    }
    return Optional.empty();
  }
}
