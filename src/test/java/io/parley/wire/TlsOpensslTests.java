package io.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** TLS with OpenSSL at the other end. */
public class TlsOpensslTests {
  private static final String NAME = "sbc.example.com";
  private static final String OPTIONS =
      "OPTIONS sip:a@example.com SIP/2.0\r\nContent-Length: 0\r\n\r\n";
  private static final String WEAK = "DEFAULT:@SECLEVEL=0";

  private final List<AutoCloseable> open = new ArrayList<>();
  private TestAuthority authority;
  private TestAuthority.Issued issued;
  private TlsSettings client;

  @BeforeClass
  public void certificates() {
    authority = new TestAuthority();
    issued = authority.issue("DNS:" + NAME);
    client = TlsSettings.DEFAULT.trusting(authority.certificates()).expecting(NAME);
  }

  @AfterMethod(alwaysRun = true)
  public void close() throws Exception {
    for (AutoCloseable c : open) {
      c.close();
    }
    open.clear();
  }

  private Wire wire(TlsSettings settings, Ear ear) {
    Wire out =
        Wire.open(
            new InetSocketAddress("127.0.1.62", 0),
            Set.of(Transport.TLS),
            settings,
            Sending.WAITED_FOR,
            ear,
            "test");
    open.add(out);
    return out;
  }

  private Openssl openssl(List<String> first, String... more) throws Exception {
    List<String> all = new ArrayList<>(first);
    all.addAll(List.of(more));
    Openssl out = new Openssl(all.toArray(new String[0]));
    open.add(out);
    return out;
  }

  private Openssl server(String... more) throws Exception {
    return openssl(
        List.of(
            "s_server",
            "-accept",
            "127.0.0.1:0",
            "-cert",
            issued.certificate().toString(),
            "-key",
            issued.key().toString()),
        more);
  }

  private static InetSocketAddress address(Openssl server) throws Exception {
    String line = server.line("ACCEPT");
    int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1).strip());
    return new InetSocketAddress("127.0.0.1", port);
  }

  @DataProvider
  public Object[][] versions() {
    return new Object[][] {{"-tls1_2", "TLSv1.2"}, {"-tls1_3", "TLSv1.3"}};
  }

  @Test(dataProvider = "versions")
  public void ourClientSpeaksBothVersions(String option, String version) throws Exception {
    Openssl server =
        server(
            option,
            "-servername",
            NAME,
            "-cert2",
            issued.certificate().toString(),
            "-key2",
            issued.key().toString());
    wire(client, new Ear())
        .send(OPTIONS.getBytes(StandardCharsets.US_ASCII), Transport.TLS, address(server));
    server.line("Hostname in TLS extension: \"" + NAME);
    server.line("OPTIONS sip:a@example.com SIP/2.0");
  }

  @Test(dataProvider = "versions")
  public void ourServerSpeaksBothVersions(String option, String version) throws Exception {
    Ear ear = new Ear();
    Wire listening = wire(TlsSettings.DEFAULT.as(issued.identity()), ear);
    Openssl caller =
        openssl(
            List.of("s_client", "-connect", Flow.text(listening.address())),
            option,
            "-quiet",
            "-CAfile",
            authority.file().toString(),
            "-verify_hostname",
            NAME,
            "-verify_return_error");
    caller.say(OPTIONS);
    Frame frame = ear.frame();
    assertThat(new String(frame.bytes(), StandardCharsets.US_ASCII)).isEqualTo(OPTIONS);
    listening.send(
        "SIP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
        Transport.TLS,
        frame.flow().remote());
    caller.line("SIP/2.0 200 OK");
  }

  @DataProvider
  public Object[][] past() {
    return new Object[][] {{"-tls1", "TLSv1"}, {"-tls1_1", "TLSv1.1"}};
  }

  @Test(dataProvider = "past")
  public void ourClientSpeaksVersionsOfThePastWhereItIsAskedTo(String option, String version)
      throws Exception {
    assertThat(TlsVersions.isSpoken(version)).isTrue();
    Openssl server = server(option, "-cipher", WEAK);
    wire(client.only(version), new Ear())
        .send(OPTIONS.getBytes(StandardCharsets.US_ASCII), Transport.TLS, address(server));
    server.line("OPTIONS sip:a@example.com SIP/2.0");
  }

  @DataProvider
  public Object[][] refusals() {
    if (authority == null) {
      return new Object[0][]; // TestNG asks for rows even where the class is skipped
    }
    String ca = authority.file().toString();
    return new Object[][] {
      {List.of("-tls1_1", "-cipher", WEAK), TlsFailure.PROTOCOL_VERSION},
      {List.of("-tls1_3", "-Verify", "1", "-CAfile", ca), TlsFailure.CERTIFICATE_REQUIRED},
      {List.of("-tls1_2", "-Verify", "1", "-CAfile", ca), TlsFailure.CERTIFICATE_REQUIRED},
      {
        List.of("-tls1_2", "-cipher", "ECDHE-ECDSA-CAMELLIA128-SHA256"),
        TlsFailure.NOTHING_IN_COMMON
      },
    };
  }

  @Test(dataProvider = "refusals")
  public void whatOpensslRefusesIsNamed(List<String> options, TlsFailure why) throws Exception {
    assertThat(refusal(client, address(server(options.toArray(new String[0])))))
        .startsWith("TLS: " + why.words());
  }

  @Test
  public void aCertificateThatOpensslRefusesIsNamed() throws Exception {
    Openssl server =
        server("-Verify", "1", "-verify_return_error", "-CAfile", authority.file().toString());
    TlsSettings stranger = client.as(new TestAuthority().issue("DNS:x.example.com").identity());
    assertThat(refusal(stranger, address(server)))
        .startsWith("TLS: " + TlsFailure.CERTIFICATE_REFUSED.words())
        .contains("alert");
  }

  @Test
  public void whoShowsItsCertificateIsLetIn() throws Exception {
    Openssl server =
        server("-Verify", "1", "-verify_return_error", "-CAfile", authority.file().toString());
    TlsSettings known = client.as(authority.issue("DNS:trunk.example.net").identity());
    wire(known, new Ear())
        .send(OPTIONS.getBytes(StandardCharsets.US_ASCII), Transport.TLS, address(server));
    server.line("OPTIONS sip:a@example.com SIP/2.0");
  }

  private String refusal(TlsSettings settings, InetSocketAddress to) throws Exception {
    Ear ear = new Ear();
    try {
      wire(settings, ear).send(OPTIONS.getBytes(StandardCharsets.US_ASCII), Transport.TLS, to);
    } catch (UncheckedIOException e) {
      assertThat(e).hasMessageStartingWith("tls " + Flow.text(to) + ": ");
    }
    return ear.end();
  }
}
