package io.parley.farend;

import io.parley.media.StunAnswer;
import io.parley.sdp.Ice;
import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The STUN server that an ICE-lite agent is (RFC 8445 §2.5, §7.3): answers the connectivity checks
 * to the candidates that an SBC names, and sends nothing by itself. One thread for all ports. What
 * else comes there is thrown away.
 */
final class CheckResponder implements AutoCloseable {
  private static final int TRIES = 50;
  private static final int LARGEST = 2048;

  private final InetAddress host;
  private final MediaAnchor anchor;
  private final Selector selector;
  private final Map<Integer, Place> places = new ConcurrentHashMap<>();

  /**
   * A port that is held.
   *
   * @param passwords by the user name fragments that were described for it; those from before an
   *     ICE restart still hold (RFC 8445 §9)
   */
  private record Place(DatagramChannel channel, Map<String, String> passwords) {}

  private CheckResponder(InetAddress host, MediaAnchor anchor, Selector selector) {
    this.host = host;
    this.anchor = anchor;
    this.selector = selector;
  }

  /**
   * Starts one.
   *
   * @param name of its thread
   */
  static CheckResponder open(InetAddress host, MediaAnchor anchor, String name) {
    try {
      CheckResponder out = new CheckResponder(host, anchor, Selector.open());
      Thread thread = new Thread(out::serve, name + "-media");
      thread.setDaemon(true);
      thread.start();
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Holds a port for a leg to which nothing was described yet, where its description has ICE. */
  void prepare(Leg leg, Sdp passing) {
    if (leg.described == null && ice(passing).isPresent()) {
      for (int i = 0; i < TRIES && !holds(leg.mediaPort); i++) {
        leg.mediaPort = i == 0 ? leg.mediaPort : anchor.newPort();
      }
    }
  }

  private static Optional<Ice> ice(Sdp sdp) {
    return sdp.media().stream().findFirst().map(Media::ice).filter(Ice::isPresent);
  }

  private boolean holds(int port) {
    try {
      DatagramChannel channel = DatagramChannel.open();
      try {
        channel.bind(new InetSocketAddress(host, port));
        channel.configureBlocking(false);
        Place place = new Place(channel, new ConcurrentHashMap<>());
        channel.register(selector, SelectionKey.OP_READ, place);
        places.put(port, place);
        selector.wakeup();
        return true;
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (BindException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The description went to the leg: checks by its credentials are answered from now on. */
  void described(Leg leg, byte[] description) {
    Place place = places.get(leg.mediaPort);
    if (place != null) {
      ice(Sdp.of(description))
          .ifPresent(i -> place.passwords.put(i.ufrag().orElseThrow(), i.password().orElseThrow()));
    }
  }

  /** The leg is over. */
  void release(Leg leg) {
    Place place = places.remove(leg.mediaPort);
    if (place != null) {
      close(place);
      selector.wakeup(); // the port is free once the selector has noticed
    }
  }

  private void serve() {
    ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    while (selector.isOpen()) {
      try {
        selector.select();
        for (Iterator<SelectionKey> i = selector.selectedKeys().iterator(); i.hasNext(); ) {
          SelectionKey key = i.next();
          i.remove();
          answer((Place) key.attachment(), buffer.clear());
        }
      } catch (IOException | ClosedSelectorException e) {
        // A port was closed while it was read; the others go on. After the last nobody waits.
      }
    }
  }

  private static void answer(Place place, ByteBuffer buffer) throws IOException {
    if (place.channel.isOpen() && place.channel.receive(buffer) instanceof InetSocketAddress from) {
      byte[] bytes = new byte[buffer.flip().remaining()];
      buffer.get(bytes);
      Optional<byte[]> answer = StunAnswer.to(bytes, from, place.passwords);
      if (answer.isPresent()) {
        place.channel.send(ByteBuffer.wrap(answer.get()), from);
      }
    }
  }

  @Override
  public void close() {
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      places.values().forEach(CheckResponder::close);
    }
  }

  private static void close(Place place) {
    try {
      place.channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
