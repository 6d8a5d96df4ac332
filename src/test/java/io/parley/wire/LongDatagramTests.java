package io.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Datagrams up to the longest that UDP over IPv4 has (RFC 768: 65,507 bytes), both ways. */
public class LongDatagramTests {
  private static final int LONGEST = 65_507;

  private static final class Ear implements WireListener {
    private final BlockingQueue<Frame> heard = new LinkedBlockingQueue<>();

    @Override
    public void received(Frame frame) {
      heard.add(frame);
    }

    @Override
    public void sending(Frame frame) {}

    @Override
    public void broke(Flow flow, String reason) {}
  }

  @DataProvider
  public Object[][] lengths() {
    return new Object[][] {{1_300}, {1_301}, {1_472}, {1_473}, {9_000}, {65_000}, {LONGEST}};
  }

  private static byte[] message(int length) {
    String head = "OPTIONS sip:a SIP/2.0\r\nSubject: ";
    String tail = "\r\nContent-Length: 0\r\n\r\n";
    return (head + "x".repeat(length - head.length() - tail.length()) + tail)
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test(dataProvider = "lengths")
  public void aDatagramArrivesWholeEitherWay(int length) throws InterruptedException {
    Ear here = new Ear();
    Ear there = new Ear();
    InetSocketAddress any = new InetSocketAddress("127.0.0.1", 0);
    try (Wire one = Wire.open(any, Set.of(Transport.UDP), here, "one");
        Wire other = Wire.open(any, Set.of(Transport.UDP), there, "other")) {
      byte[] message = message(length);
      one.send(message, Transport.UDP, other.address());
      assertThat(there.heard.poll(10, TimeUnit.SECONDS).bytes()).isEqualTo(message);
      other.send(message, Transport.UDP, one.address());
      assertThat(here.heard.poll(10, TimeUnit.SECONDS).bytes()).isEqualTo(message);
    }
  }

  @Test
  public void aLongerOneIsRefusedInWords() {
    Ear ear = new Ear();
    try (Wire wire =
        Wire.open(new InetSocketAddress("127.0.0.1", 0), Set.of(Transport.UDP), ear, "long")) {
      assertThatThrownBy(() -> wire.send(message(LONGEST + 1), Transport.UDP, wire.address()))
          .hasMessageContaining("the message does not fit into a UDP datagram");
    }
  }
}
