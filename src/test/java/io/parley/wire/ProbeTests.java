package io.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.testng.annotations.Test;

/** Telling a port that nobody has from one that is silent. */
public class ProbeTests {

  @Test
  public void aPortThatNobodyHasIsUnreachable() throws Exception {
    InetAddress host = InetAddress.getByName("127.0.4.1");
    DatagramSocket gone = new DatagramSocket(0, host);
    InetSocketAddress port = (InetSocketAddress) gone.getLocalSocketAddress();
    gone.close();
    assertThat(Probe.udp(null, port, Duration.ofSeconds(1)))
        .isEqualTo(Probe.Finding.PORT_UNREACHABLE);
    assertThat(Probe.Finding.PORT_UNREACHABLE.words()).isEqualTo("port unreachable");
  }

  @Test
  public void aSilentPortIsOpenOrSilent() throws Exception {
    InetAddress host = InetAddress.getByName("127.0.4.1");
    try (DatagramSocket silent = new DatagramSocket(0, host)) {
      InetSocketAddress port = (InetSocketAddress) silent.getLocalSocketAddress();
      assertThat(Probe.udp(host, port, Duration.ofMillis(50)))
          .isEqualTo(Probe.Finding.OPEN_OR_SILENT);
    }
  }
}
