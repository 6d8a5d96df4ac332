package io.parley.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.wire.Transport;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** Domains as RFC 3263 has them, asked for at a name server that we did not write. */
public class SipLocatorTests {
  private TestZone zone;

  @BeforeClass
  public void start() {
    zone =
        TestZone.of(
            "naptr-record=full.example,20,10,s,SIP+D2U,,_sip._udp.full.example",
            "naptr-record=full.example,10,20,s,SIP+D2T,,_sip._tcp.full.example",
            "naptr-record=full.example,10,10,s,SIPS+D2T,,_sips._tcp.full.example",
            "naptr-record=full.example,5,10,s,SIP+D2S,,_sip._sctp.full.example",
            "srv-host=_sips._tcp.full.example,a.full.example,15061,10,1",
            "srv-host=_sip._tcp.full.example,b.full.example,15060,20,1",
            "srv-host=_sip._tcp.full.example,a.full.example,15060,10,1",
            "srv-host=_sip._udp.full.example,a.full.example,15060,10,90",
            "srv-host=_sip._udp.full.example,b.full.example,15060,10,10",
            "host-record=a.full.example,127.0.9.1,::1",
            "host-record=b.full.example,127.0.9.2",
            "srv-host=_sip._udp.srv.example,a.full.example,16060,0,0",
            "srv-host=_sip._tcp.none.example",
            "host-record=none.example,127.0.9.3",
            "host-record=plain.example,127.0.9.4");
  }

  @AfterClass(alwaysRun = true)
  public void stop() {
    if (zone != null) {
      zone.close();
    }
  }

  private Location locate(String host, OptionalInt port, Transport... wanted) {
    return SipLocator.locate(
        new SipPlace(host, port), List.of(wanted), Optional.of(zone.address()));
  }

  private Location locate(String host, Transport... wanted) {
    return locate(host, OptionalInt.empty(), wanted);
  }

  private static List<String> order(Location at, Transport transport) {
    return at.order(transport, new Random(1)).stream()
        .map(a -> a.getAddress().getHostAddress() + " " + a.getPort())
        .toList();
  }

  @Test
  public void theDomainSaysWhichTransportsAndInWhichOrder() {
    Location at = locate("full.example");
    assertThat(at.transports()).containsExactly(Transport.TLS, Transport.TCP, Transport.UDP);
    assertThat(order(at, Transport.TLS))
        .containsExactly("127.0.9.1 15061", "0:0:0:0:0:0:0:1 15061");
    assertThat(order(at, Transport.TCP))
        .containsExactly("127.0.9.1 15060", "0:0:0:0:0:0:0:1 15060", "127.0.9.2 15060");
    assertThat(at.trail().get(0).type()).isEqualTo("NAPTR");
    assertThat(at.story()).contains("SRV _sip._tcp.full.example: ", "20 1 15060 b.full.example.");
  }

  @Test
  public void theTransportsWantedAreKeptInTheirOrder() {
    Location at = locate("full.example", Transport.UDP, Transport.TCP);
    assertThat(at.transports()).containsExactly(Transport.UDP, Transport.TCP);
    assertThat(at.story()).doesNotContain("SRV _sips");
  }

  @Test
  public void serversOfOnePriorityShareTheCallsAsTheirWeightsSay() {
    Location at = locate("full.example", Transport.UDP);
    Random chance = new Random(4711);
    Map<InetAddress, Integer> first = new HashMap<>();
    for (int i = 0; i < 2000; i++) {
      List<InetSocketAddress> order = at.order(Transport.UDP, chance);
      assertThat(order).hasSize(3);
      first.merge(order.get(0).getAddress(), 1, Integer::sum);
    }
    int light = first.get(new InetSocketAddress("127.0.9.2", 0).getAddress());
    assertThat(light).isBetween(140, 270);
  }

  @Test
  public void aPortSaysThatOnlyAddressesAreAskedFor() {
    Location at = locate("full.example", OptionalInt.of(5060), Transport.UDP);
    assertThat(at.isKnown()).isFalse();
    assertThat(at.trail()).extracting(Lookup::type).containsExactly("A", "AAAA");
    Location plain = locate("plain.example", OptionalInt.of(5080));
    assertThat(order(plain, Transport.UDP)).containsExactly("127.0.9.4 5080");
  }

  @Test
  public void aDomainWithoutNaptrIsAskedForEachService() {
    Location at = locate("srv.example");
    assertThat(at.transports()).containsExactly(Transport.UDP);
    assertThat(order(at, Transport.UDP)).contains("127.0.9.1 16060");
    assertThat(at.story())
        .contains(
            "NAPTR srv.example: no such",
            "SRV _sip._tcp.srv.example: no such",
            "SRV _sips._tcp.srv.example: no such");
  }

  @Test
  public void aHostWithoutEitherIsTakenAtTheTransportsOwnPort() {
    assertThat(order(locate("plain.example"), Transport.UDP)).containsExactly("127.0.9.4 5060");
    assertThat(order(locate("plain.example", Transport.TLS), Transport.TLS))
        .containsExactly("127.0.9.4 5061");
  }

  @Test
  public void aServiceThatIsSaidNotToExistIsNotInvented() {
    Location at = locate("none.example");
    assertThat(at.transports()).as(at.story()).containsExactly(Transport.UDP);
    assertThat(order(at, Transport.UDP)).containsExactly("127.0.9.3 5060");
  }

  @Test
  public void aNameThatNobodyKnowsIsToldWithWhatWasAsked() {
    Location at = locate("nobody.example");
    assertThat(at.isKnown()).isFalse();
    assertThat(at.story())
        .contains("NAPTR nobody.example: no such name", "A nobody.example: no such name");
  }

  @Test
  public void aServerThatIsSilentIsAskedOnce() throws Exception {
    try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      Instant began = Instant.now();
      Location at =
          SipLocator.locate(
              new SipPlace("sbc.example", OptionalInt.empty()),
              List.of(),
              Optional.of((InetSocketAddress) silent.getLocalSocketAddress()));
      assertThat(at.isKnown()).isFalse();
      assertThat(at.trail()).hasSize(1);
      assertThat(at.story()).contains("no usable answer from 127.0.0.1:" + silent.getLocalPort());
      assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  public void anAddressIsNotAskedFor() {
    Location at =
        SipLocator.locate(
            new SipPlace("::1", OptionalInt.empty()), List.of(Transport.TLS), Optional.empty());
    assertThat(at.trail()).isEmpty();
    assertThat(order(at, Transport.TLS)).containsExactly("0:0:0:0:0:0:0:1 5061");
  }

  @Test
  public void aNameOfTheHostsFileIsTakenAsItIs() {
    Location at =
        SipLocator.locate(
            new SipPlace("localhost", OptionalInt.empty()), List.of(), Optional.empty());
    assertThat(at.trail()).extracting(Lookup::type).containsExactly("hosts");
    assertThat(order(at, Transport.UDP)).contains("127.0.0.1 5060");
  }
}
