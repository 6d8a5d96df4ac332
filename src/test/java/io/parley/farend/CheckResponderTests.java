package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.media.StunBuilder;
import io.parley.media.StunMessage;
import io.parley.model.StunAttributeName;
import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sdp.Candidate;
import io.parley.sdp.Ice;
import io.parley.sdp.Sdp;
import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** The candidates of an embedded SBC: answered while the call is up, free again when it is over. */
public class CheckResponderTests {
  private static final int SOON = 2000;

  private Phone caller;
  private Phone callee;
  private EmbeddedSbc sbc;
  private DatagramSocket client;

  @BeforeMethod
  public void open() throws IOException {
    caller = Phone.open("127.0.1.1");
    callee = Phone.open("127.0.2.1");
    client = new DatagramSocket(new InetSocketAddress("127.0.2.1", 0));
    client.setSoTimeout(SOON);
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    sbc.close();
    caller.close();
    callee.close();
    client.close();
  }

  /** What the SBC said of ICE to the far end. */
  private Ice called(boolean answering) {
    sbc =
        EmbeddedSbc.open(
            SbcSettings.of(
                    Profiles.shipped().get("teams-media-bypass").orElseThrow(),
                    new InetSocketAddress("127.0.3.2", 0),
                    Optional.of(callee.address()),
                    Requests.PLAN)
                .answeringChecks(answering));
    caller.send(caller.invite("+15550100001", sbc.address(), Requests.goodOffer()), sbc.address());
    in = callee.request("INVITE");
    return Sdp.of(in.message().body()).audio().orElseThrow().ice();
  }

  private Arrival in;

  private static InetSocketAddress place(Ice ice) {
    Candidate candidate = ice.candidates().get(0);
    return new InetSocketAddress(candidate.address(), candidate.port());
  }

  private static byte[] check(Ice ice) {
    return StunBuilder.fresh(StunMessage.Kind.REQUEST)
        .set(StunAttributeName.USERNAME, ice.ufrag().orElseThrow() + ":theirs")
        .build(ice.password());
  }

  private StunMessage asked(byte[] datagram, InetSocketAddress at) throws IOException {
    client.send(new DatagramPacket(datagram, datagram.length, at));
    DatagramPacket answer = new DatagramPacket(new byte[2048], 2048);
    client.receive(answer);
    assertThat(answer.getSocketAddress()).isEqualTo(at);
    return StunMessage.read(Arrays.copyOf(answer.getData(), answer.getLength())).orElseThrow();
  }

  @Test
  public void aCheckIsAnsweredWhileTheCallIsUp() throws IOException {
    Ice ice = called(true);
    StunMessage answer = asked(check(ice), place(ice));
    assertThat(answer.name()).isEqualTo("Binding success response");
    assertThat(answer.isMadeWith(ice.password().orElseThrow())).isTrue();
    assertThat(answer.values("XOR-MAPPED-ADDRESS"))
        .containsExactly("127.0.2.1:" + client.getLocalPort());
  }

  /** Noise, media and huge datagrams are thrown away, and the next check is answered. */
  @Test
  public void noiseChangesNothing() throws IOException {
    Ice ice = called(true);
    for (int size : new int[] {0, 1, 19, 1500, 60_000}) {
      client.send(new DatagramPacket(new byte[size], size, place(ice)));
    }
    assertThat(asked(check(ice), place(ice)).kind()).isEqualTo(StunMessage.Kind.SUCCESS);
  }

  @Test
  public void thePortIsFreeWhenTheCallIsOver() throws IOException {
    Ice ice = called(true);
    assertThat(isFree(place(ice))).isFalse();
    callee.respond(in, 486);
    SipMessage refused = caller.finalResponse();
    assertThat(refused.status()).hasValue(486);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SOON);
    while (!isFree(place(ice)) && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    assertThat(isFree(place(ice))).isTrue();
  }

  @Test
  public void thePortIsFreeWhenTheSbcIsClosed() throws IOException {
    Ice ice = called(true);
    sbc.close();
    assertThat(isFree(place(ice))).isTrue();
  }

  private static boolean isFree(InetSocketAddress place) throws IOException {
    try {
      new DatagramSocket(place).close();
      return true;
    } catch (BindException e) {
      return false;
    }
  }

  /** Another program may have the port: the SBC names the next one. */
  @Test
  public void aPortThatIsTakenIsPassedOver() throws IOException {
    try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress("127.0.3.2", 40020))) {
      Ice ice = called(true);
      assertThat(place(ice).getPort()).isGreaterThan(taken.getLocalPort());
      assertThat(asked(check(ice), place(ice)).kind()).isEqualTo(StunMessage.Kind.SUCCESS);
    } catch (BindException e) {
      // Somebody else has it, which is what this is about.
      Ice ice = called(true);
      assertThat(asked(check(ice), place(ice)).kind()).isEqualTo(StunMessage.Kind.SUCCESS);
    }
  }

  /** Whoever is not told to answers nothing and holds nothing. */
  @Test
  public void nobodyAnswersUnasked() throws IOException {
    Ice ice = called(false);
    assertThat(isFree(place(ice))).isTrue();
    client.setSoTimeout(100);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> asked(check(ice), place(ice)))
        .isInstanceOfAny(SocketTimeoutException.class, java.net.PortUnreachableException.class);
  }
}
