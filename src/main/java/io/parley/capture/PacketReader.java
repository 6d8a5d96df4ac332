package io.parley.capture;

import io.parley.sip.SipMessage;
import java.io.IOException;
import java.util.Optional;

/** Turns packets into SIP messages. Belongs to one thread. */
final class PacketReader {
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int UDP_HEADER = 8;
  private static final int MOST_TUNNELS = 4;

  private final Inbox inbox;
  private final Fragments fragments = new Fragments();
  private final TcpStreams streams;

  PacketReader(Inbox inbox) {
    this.inbox = inbox;
    this.streams = new TcpStreams(inbox);
  }

  /**
   * Reads a file to its end.
   *
   * @return why it could not be read further; empty = it was read to its end
   * @throws IOException when the file cannot be read
   */
  Optional<String> read(PacketFile file) throws IOException {
    Optional<String> damage = Optional.empty();
    try {
      for (Packet packet = file.next(); packet != null; packet = file.next()) {
        packet(packet);
      }
    } catch (PacketFile.Damaged e) {
      damage = Optional.of(e.getMessage());
    }
    streams.end();
    return damage;
  }

  private void packet(Packet packet) {
    Payload all = new Payload(packet.bytes(), 0, packet.bytes().length);
    if (packet.linkType() == LinkLayer.EXPORTED) {
      ExportedMessage.read(all)
          .ifPresent(m -> message(m.path(), m.bytes(), packet.missing() > 0, packet));
      return;
    }
    if (!LinkLayer.known(packet.linkType())) {
      inbox.otherSeen();
      return;
    }
    LinkLayer.ip(packet.linkType(), all).ifPresent(ip -> ip(ip, packet, 0));
  }

  /** A packet, and what it carries where it is a tunnel's. */
  private void ip(Payload payload, Packet packet, int depth) {
    Optional<IpPayload> whole = IpPayload.read(payload).flatMap(fragments::add);
    Optional<Payload> inner =
        depth < MOST_TUNNELS ? whole.flatMap(Tunnel::inner) : Optional.empty();
    if (inner.isPresent()) {
      ip(inner.get(), packet, depth + 1);
    } else {
      whole.ifPresent(ip -> transport(ip, packet));
    }
  }

  private void transport(IpPayload ip, Packet packet) {
    if (ip.protocol() == TCP) {
      streams.segment(ip, ip.missing(), packet);
    } else if (ip.protocol() == UDP && ip.data().length() > UDP_HEADER) {
      Payload p = ip.data();
      CapturedMessage.Path path =
          new CapturedMessage.Path(
              "udp", IpText.of(ip.source(), p.u16(0)), IpText.of(ip.destination(), p.u16(2)));
      boolean cut = ip.missing() > 0;
      Optional<HomerMessage> homer = HomerMessage.read(p.after(UDP_HEADER));
      if (homer.isPresent()) {
        Packet seen = homer.get().time().map(packet::at).orElse(packet);
        message(homer.get().path(), homer.get().bytes(), cut, seen);
      } else {
        message(path, p.after(UDP_HEADER).copy(), cut, packet);
      }
    }
  }

  private void message(CapturedMessage.Path path, byte[] bytes, boolean cut, Packet packet) {
    int at = SipStart.afterLineEnds(bytes, 0, bytes.length);
    if (at < bytes.length && SipStart.begins(bytes, at, bytes.length)) {
      inbox.put(
          new CapturedMessage(packet.number(), packet.time(), path, SipMessage.of(bytes), cut));
    }
  }
}
