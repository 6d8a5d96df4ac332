package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.Test;

public class HoldingTests {
  private final List<DatagramSocket> left = new ArrayList<>();

  @AfterMethod
  public void close() {
    left.forEach(DatagramSocket::close);
  }

  @Test
  public void aSocketThatEachRepetitionLeavesOpenIsNoticed() throws Exception {
    List<Holding> held = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      left.add(new DatagramSocket());
      held.add(Holding.now());
    }
    assertThatThrownBy(() -> Holding.assertNoneGrows(held)).hasMessageContaining("sockets grew");
  }
}
