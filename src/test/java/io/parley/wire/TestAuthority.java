package io.parley.wire;

import io.parley.Scratch;
import io.parley.peer.Installed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A certification authority for one test, made by {@code openssl}: nothing secret is kept. */
public final class TestAuthority {
  /** What a certificate may be used for by default: both sides of TLS. */
  public static final String BOTH = "serverAuth,clientAuth";

  private final Path folder;
  private int serial;

  /** Makes an authority in a fresh folder. */
  public TestAuthority() {
    Installed.require("openssl", "openssl");
    try {
      folder = Scratch.folder("tls-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folder.toFile().deleteOnExit();
    openssl(
        List.of("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
            .toArray(new String[0]),
        "-keyout",
        file("ca.key"),
        "-out",
        file("ca.pem"),
        "-subj",
        "/CN=Parley test authority",
        "-days",
        "2",
        "-addext",
        "keyUsage=keyCertSign");
  }

  /** A certificate with its key in PEM files. */
  public record Issued(Path certificate, Path key) {

    /** As our own identity. */
    public TlsIdentity identity() {
      return new TlsIdentity(Pem.certificates(text(certificate)), Pem.privateKey(text(key)));
    }
  }

  /** The authority's certificate file. */
  public Path file() {
    return folder.resolve("ca.pem");
  }

  /** The authority's certificate. */
  public List<X509Certificate> certificates() {
    return Pem.certificates(text(file()));
  }

  /** A certificate for names such as {@code DNS:sbc.example.com}, valid for a day. */
  public Issued issue(String names) {
    return issue(names, BOTH, 1);
  }

  /**
   * A certificate.
   *
   * @param names subjectAltName
   * @param usage extendedKeyUsage
   * @param days how long it is valid from now; negative = it has expired
   */
  public Issued issue(String names, String usage, int days) {
    String base = "cert" + ++serial;
    Path request = folder.resolve(base + ".csr");
    openssl(
        "req",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-keyout",
        file(base + ".key"),
        "-out",
        request.toString(),
        "-subj",
        "/CN=parley test");
    Path extensions =
        write(base + ".ext", "subjectAltName=" + names + "\nextendedKeyUsage=" + usage);
    openssl(
        "x509",
        "-req",
        "-in",
        request.toString(),
        "-CA",
        file("ca.pem"),
        "-CAkey",
        file("ca.key"),
        "-set_serial",
        String.valueOf(serial),
        "-days",
        String.valueOf(days),
        "-extfile",
        extensions.toString(),
        "-out",
        file(base + ".pem"));
    return new Issued(folder.resolve(base + ".pem"), folder.resolve(base + ".key"));
  }

  /** A key in another form: what {@code openssl} makes of it with these arguments. */
  public String key(Issued of, String... how) {
    List<String> all = new ArrayList<>(List.of(how));
    all.addAll(List.of("-in", of.key().toString()));
    return openssl(all.toArray(new String[0]));
  }

  /** An RSA certificate that signs itself. */
  public Issued selfSigned(String names) {
    String base = "self" + ++serial;
    openssl(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        file(base + ".key"),
        "-out",
        file(base + ".pem"),
        "-subj",
        "/CN=parley self-signed",
        "-days",
        "2",
        "-addext",
        "subjectAltName=" + names);
    return new Issued(folder.resolve(base + ".pem"), folder.resolve(base + ".key"));
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  /** The text of a file. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String openssl(String[] first, String... rest) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(rest));
    return openssl(all.toArray(new String[0]));
  }

  private static String openssl(String... arguments) {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    try {
      Process p = new ProcessBuilder(command).start();
      p.getOutputStream().close();
      String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String errors = new String(p.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!p.waitFor(30, TimeUnit.SECONDS) || p.exitValue() != 0) {
        throw new IllegalStateException(command + ": " + errors);
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
