package io.parley.fake;

import io.parley.farend.EmbeddedSbc;
import io.parley.farend.SbcObserver;
import io.parley.farend.SbcSettings;
import io.parley.media.StunMessage;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profile;
import io.parley.sdp.Candidate;
import io.parley.sdp.Ice;
import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A good SBC whose candidates answer connectivity checks in a manner of the test's own. It listens
 * at the candidates that it offers to its far end.
 */
final class CheckedSbc implements SbcObserver, AutoCloseable {
  private static final String ADDRESS = "127.0.5.8";

  /** What a check is answered with, in order; called on a socket thread. */
  interface Answers {
    /**
     * The datagrams that go back.
     *
     * @param password that the SDP named
     */
    List<byte[]> to(StunMessage check, InetSocketAddress from, String password);
  }

  private final Answers answers;
  private final EmbeddedSbc sbc;
  private final Queue<DatagramSocket> sockets = new ConcurrentLinkedQueue<>();

  CheckedSbc(Profile profile, InetSocketAddress farEnd, Answers answers) {
    this.answers = answers;
    this.sbc =
        EmbeddedSbc.open(
            SbcSettings.of(
                    profile,
                    new InetSocketAddress(ADDRESS, 0),
                    Optional.of(farEnd),
                    NumberPlan.OPEN)
                .watchedBy(this));
  }

  /** Where it takes calls. */
  InetSocketAddress address() {
    return sbc.address();
  }

  @Override
  public void crossed(Frame frame, SipMessage message) {
    boolean offer =
        frame.way() == Frame.Way.OUT && message.isRequest() && message.method().equals("INVITE");
    message
        .sdp()
        .filter(b -> offer)
        .flatMap(b -> Sdp.of(b.bytes()).media().stream().findFirst())
        .map(Media::ice)
        .ifPresent(this::listen);
  }

  private void listen(Ice ice) {
    try {
      for (Candidate candidate : ice.candidates()) {
        DatagramSocket socket =
            new DatagramSocket(new InetSocketAddress(ADDRESS, candidate.port()));
        sockets.add(socket);
        Thread thread = new Thread(() -> answer(socket, ice.password().orElseThrow()), "checked");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(DatagramSocket socket, String password) {
    byte[] buffer = new byte[2048];
    try {
      while (true) {
        DatagramPacket in = new DatagramPacket(buffer, buffer.length);
        socket.receive(in);
        InetSocketAddress from = (InetSocketAddress) in.getSocketAddress();
        StunMessage check = StunMessage.read(Arrays.copyOf(buffer, in.getLength())).orElseThrow();
        for (byte[] out : answers.to(check, from, password)) {
          socket.send(new DatagramPacket(out, out.length, from));
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  @Override
  public void close() {
    sbc.close();
    sockets.forEach(DatagramSocket::close);
  }
}
