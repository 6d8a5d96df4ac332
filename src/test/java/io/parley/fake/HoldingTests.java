package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import org.testng.annotations.Test;

public class HoldingTests {

  @Test
  public void aSocketThatStaysOpenIsNoticed() throws Exception {
    Holding before = new Holding(Integer.MAX_VALUE, Integer.MAX_VALUE, open(), Long.MAX_VALUE / 2);
    try (DatagramSocket more = new DatagramSocket()) {
      Holding after = Holding.now();
      assertThatThrownBy(() -> before.assertNotExceededBy(after)).hasMessageContaining("sockets");
    }
  }

  private static int open() throws Exception {
    return Holding.now().sockets();
  }
}
