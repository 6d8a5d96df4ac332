package io.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** TLS between two of our own ends, and every way a handshake between them can fail. */
public class TlsTests {
  private static final String NAME = "sbc.example.com";
  private static final byte[] MESSAGE =
      "OPTIONS sip:a@example.com SIP/2.0\r\nContent-Length: 0\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final List<AutoCloseable> open = new ArrayList<>();
  private TestAuthority authority;
  private TlsSettings server;
  private TlsSettings client;

  @BeforeClass
  public void certificates() {
    authority = new TestAuthority();
    server = settings().as(authority.issue("DNS:" + NAME).identity());
    client = settings().expecting(NAME);
  }

  private TlsSettings settings() {
    return TlsSettings.DEFAULT.trusting(authority.certificates());
  }

  @AfterMethod(alwaysRun = true)
  public void close() throws Exception {
    for (AutoCloseable c : open) {
      c.close();
    }
    open.clear();
  }

  private Wire wire(String host, TlsSettings settings, Ear ear) {
    Wire out =
        Wire.open(
            new InetSocketAddress(host, 0),
            Set.of(Transport.UDP, Transport.TCP, Transport.TLS),
            settings,
            Sending.WAITED_FOR,
            ear,
            "test");
    open.add(out);
    return out;
  }

  @Test
  public void messagesCrossBothWaysOverOneConnection() throws Exception {
    Ear near = new Ear();
    Ear far = new Ear();
    Wire listening = wire("127.0.1.60", server, far);
    Wire calling = wire("127.0.1.61", client, near);
    InetSocketAddress to = listening.address(Transport.TLS);
    assertThat(to).isNotEqualTo(listening.address());

    calling.send(MESSAGE, Transport.TLS, to);
    Frame frame = far.frame();
    assertThat(frame.bytes()).isEqualTo(MESSAGE);
    assertThat(frame.flow().transport()).isEqualTo(Transport.TLS);
    assertThat(frame.flow().remote()).isEqualTo(calling.flowTo(Transport.TLS, to).local());

    listening.send(MESSAGE, Transport.TLS, frame.flow().remote());
    assertThat(near.frame().bytes()).isEqualTo(MESSAGE);
  }

  @Test
  public void itWorksOverIpv6WithAnAddressInTheCertificate() throws Exception {
    Ear far = new Ear();
    TlsSettings own = settings().as(authority.issue("IP:::1").identity());
    Wire listening = wire("::1", own, far);
    wire("::1", settings().expecting("[::1]"), new Ear())
        .send(MESSAGE, Transport.TLS, listening.address(Transport.TLS));
    assertThat(far.frame().bytes()).isEqualTo(MESSAGE);
  }

  @Test
  public void bothMayShowCertificates() throws Exception {
    Ear far = new Ear();
    TlsSettings mutual = server.demandingCertificate().expecting("trunk.example.net");
    Wire listening = wire("127.0.1.60", mutual, far);
    TlsSettings shown = client.as(authority.issue("DNS:trunk.example.net").identity());
    wire("127.0.1.61", shown, new Ear())
        .send(MESSAGE, Transport.TLS, listening.address(Transport.TLS));
    assertThat(far.frame().bytes()).isEqualTo(MESSAGE);
  }

  @Test
  public void whatIsNotVerifiedIsTaken() throws Exception {
    Ear far = new Ear();
    TlsSettings own = TlsSettings.DEFAULT.as(authority.selfSigned("DNS:x.example.org").identity());
    Wire listening = wire("127.0.1.60", own, far);
    wire("127.0.1.61", client.withoutVerification(), new Ear())
        .send(MESSAGE, Transport.TLS, listening.address(Transport.TLS));
    assertThat(far.frame().bytes()).isEqualTo(MESSAGE);
  }

  @DataProvider
  public Object[][] badServers() {
    if (authority == null) {
      return new Object[0][]; // TestNG asks for rows even where the class is skipped
    }
    return new Object[][] {
      {authority.issue("DNS:" + NAME, TestAuthority.BOTH, -1), TlsFailure.EXPIRED},
      {authority.selfSigned("DNS:" + NAME), TlsFailure.SELF_SIGNED},
      {new TestAuthority().issue("DNS:" + NAME), TlsFailure.UNKNOWN_AUTHORITY},
      {authority.issue("DNS:other.example.com"), TlsFailure.WRONG_NAME},
      {authority.issue("DNS:*.sbc.example.com"), TlsFailure.WRONG_NAME},
      {authority.issue("DNS:*.com"), TlsFailure.WRONG_NAME},
      {authority.issue("DNS:" + NAME, "clientAuth", 1), TlsFailure.WRONG_USAGE},
    };
  }

  @Test(dataProvider = "badServers")
  public void aBadCertificateIsNamed(TestAuthority.Issued bad, TlsFailure why) throws Exception {
    Wire listening = wire("127.0.1.60", settings().as(bad.identity()), new Ear());
    assertThat(refusal(client, listening.address(Transport.TLS)))
        .startsWith("TLS: " + why.words())
        .endsWith(why.advice());
  }

  @DataProvider
  public Object[][] badClients() {
    if (authority == null) {
      return new Object[0][]; // TestNG asks for rows even where the class is skipped
    }
    return new Object[][] {
      {Optional.empty(), TlsFailure.CERTIFICATE_REQUIRED, TlsFailure.NO_CLIENT_CERTIFICATE},
      {bad("DNS:other.example.net", 1), TlsFailure.CERTIFICATE_REFUSED, TlsFailure.WRONG_NAME},
      {bad("DNS:trunk.example.net", -1), TlsFailure.CERTIFICATE_REFUSED, TlsFailure.EXPIRED},
    };
  }

  private Optional<TestAuthority.Issued> bad(String names, int days) {
    return Optional.of(authority.issue(names, TestAuthority.BOTH, days));
  }

  @Test(dataProvider = "badClients")
  public void bothSidesSayWhyAClientIsRefused(
      Optional<TestAuthority.Issued> shown, TlsFailure near, TlsFailure far) throws Exception {
    Ear ear = new Ear();
    TlsSettings mutual = server.demandingCertificate().expecting("trunk.example.net");
    Wire listening = wire("127.0.1.60", mutual, ear);
    TlsSettings ours = shown.map(s -> client.as(s.identity())).orElse(client);
    assertThat(refusal(ours, listening.address(Transport.TLS))).startsWith("TLS: " + near.words());
    assertThat(ear.end()).startsWith("TLS: " + far.words());
  }

  @Test
  public void aPortForPlainTcpIsToldApart() throws Exception {
    try (ServerSocket plain =
        new ServerSocket(0, 1, new InetSocketAddress("127.0.1.60", 0).getAddress())) {
      Thread answers =
          new Thread(
              () -> {
                try (Socket s = plain.accept()) {
                  s.getInputStream().read();
                  s.getOutputStream()
                      .write("SIP/2.0 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                  s.getInputStream().read();
                } catch (java.io.IOException e) {
                  // The test sees it.
                }
              });
      answers.start();
      InetSocketAddress to = (InetSocketAddress) plain.getLocalSocketAddress();
      assertThat(refusal(client, to)).startsWith("TLS: " + TlsFailure.NOT_TLS.words());
    }
  }

  @Test
  public void aPortThatStaysSilentIsToldApart() throws Exception {
    Wire plain =
        Wire.open(new InetSocketAddress("127.0.1.60", 0), Set.of(Transport.TCP), new Ear(), "t");
    open.add(plain);
    assertThat(refusal(client, plain.address())).startsWith("TLS: " + TlsFailure.SILENT.words());
  }

  /** What the caller is told, whether the connection fails at once or a moment later. */
  private String refusal(TlsSettings ours, InetSocketAddress to) throws Exception {
    Ear ear = new Ear();
    try {
      wire("127.0.1.61", ours, ear).send(MESSAGE, Transport.TLS, to);
    } catch (UncheckedIOException e) {
      assertThat(e).hasMessageStartingWith("tls " + Flow.text(to) + ": ");
    }
    return ear.end();
  }
}
