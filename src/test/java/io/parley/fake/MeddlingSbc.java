package io.parley.fake;

import io.parley.farend.EmbeddedSbc;
import io.parley.farend.SbcObserver;
import io.parley.farend.SbcSettings;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profile;
import io.parley.sdp.Candidate;
import io.parley.sdp.Sdp;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * A good SBC with one fault: once its far end has answered a call it sends datagrams to the
 * candidates of that answer.
 */
final class MeddlingSbc implements SbcObserver, AutoCloseable {
  private static final String ADDRESS = "127.0.5.7";

  private final List<byte[]> datagrams;
  private final DatagramSocket media;
  private final EmbeddedSbc sbc;

  MeddlingSbc(Profile profile, InetSocketAddress farEnd, List<byte[]> datagrams) {
    try {
      this.datagrams = datagrams;
      this.media = new DatagramSocket(new InetSocketAddress(ADDRESS, 0));
      this.sbc =
          EmbeddedSbc.open(
              SbcSettings.of(
                      profile,
                      new InetSocketAddress(ADDRESS, 0),
                      Optional.of(farEnd),
                      NumberPlan.OPEN)
                  .watchedBy(this));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it takes calls. */
  InetSocketAddress address() {
    return sbc.address();
  }

  /** Where its datagrams come from. */
  InetSocketAddress media() {
    return (InetSocketAddress) media.getLocalSocketAddress();
  }

  @Override
  public void crossed(Frame frame, SipMessage message) {
    boolean answer =
        frame.way() == Frame.Way.IN
            && message.status().orElse(0) == 200
            && message.method().equals("INVITE");
    if (answer && message.sdp().isPresent()) {
      Sdp.of(message.sdp().get().bytes()).media().stream()
          .flatMap(m -> m.ice().candidates().stream())
          .forEach(this::send);
    }
  }

  private void send(Candidate to) {
    try {
      for (byte[] bytes : datagrams) {
        InetAddress address = InetAddress.getByName(to.address());
        media.send(new DatagramPacket(bytes, bytes.length, address, to.port()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    sbc.close();
    media.close();
  }
}
