package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ServerSideTests {
  private static final String INVITE =
      "INVITE sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP c;branch=z9hG4bK-1\r\nFrom: <sip:c@c>;tag=1\r\n"
          + "To: <sip:a@b>\r\nCall-ID: late\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n";

  private Arrival invite;
  private ServerSide side;

  @BeforeMethod
  public void open() {
    InetSocketAddress own = new InetSocketAddress("127.0.0.1", 5060);
    Flow flow = new Flow(Transport.UDP, own, new InetSocketAddress("127.0.0.1", 5070));
    byte[] bytes = INVITE.getBytes(StandardCharsets.ISO_8859_1);
    invite = new Arrival(new Frame(Instant.EPOCH, Frame.Way.IN, flow, bytes), SipMessage.of(bytes));
    side = new ServerSide("branch", invite, new Directly(), ResponsePath.SOURCE);
    side.decide();
  }

  /** No transaction takes it: everything leaves as bytes, to nobody. */
  private static final class Directly implements ServerSide.Sender {
    @Override
    public boolean throughTransaction(ServerSide of, SipMessage response) {
      return false;
    }

    @Override
    public void directly(ServerSide of, SipMessage response) {}

    @Override
    public void leaving(ServerSide of, SipMessage response) {}

    @Override
    public void sent(ServerSide of, SipMessage response) {}
  }

  private void respond(int status) {
    side.respond(ResponseBuilder.to(invite, status).build());
  }

  @DataProvider
  public Object[][] more() {
    return new Object[][] {{180}, {183}, {200}, {486}};
  }

  /** RFC 3261 §17.2.1: a 100 is for a request that nobody has answered yet. */
  @Test(dataProvider = "more")
  public void noHundredLeavesAfterWhatSaysMore(int status) {
    assertThat(side.passes(100)).isTrue();
    respond(status);
    assertThat(side.passes(100)).isFalse();
  }

  @Test
  public void theHundredThatWasGivenLeaves() {
    side.mute();
    assertThat(side.passes(100)).isFalse();
    respond(100);
    assertThat(side.passes(100)).isTrue();
  }
}
