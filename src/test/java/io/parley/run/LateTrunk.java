package io.parley.run;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.testng.annotations.AfterClass;

/** After whose cases somebody calls whom nobody expects. */
public class LateTrunk extends SampleTrunk {
  static int listening;

  @AfterClass
  public void call() throws IOException {
    try (DatagramSocket phone = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      phone.setSoTimeout(10_000);
      byte[] invite = invite(phone.getLocalPort()).getBytes(StandardCharsets.UTF_8);
      InetSocketAddress there = new InetSocketAddress("127.0.2.1", listening);
      phone.send(new DatagramPacket(invite, invite.length, there));
      phone.receive(new DatagramPacket(new byte[2000], 2000));
    }
  }

  private static String invite(int port) {
    return """
    INVITE sip:+15550100000@127.0.2.1 SIP/2.0
    Via: SIP/2.0/UDP 127.0.0.1:%d;branch=z9hG4bK-late
    From: <sip:+15550190009@127.0.0.1>;tag=late
    To: <sip:+15550100000@127.0.2.1>
    Call-ID: nobody-waits
    CSeq: 1 INVITE
    Max-Forwards: 70
    Contact: <sip:127.0.0.1>
    Content-Length: 0

    """
        .formatted(port)
        .replace("\n", "\r\n");
  }
}
