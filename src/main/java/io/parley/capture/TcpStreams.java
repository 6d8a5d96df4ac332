package io.parley.capture;

import java.util.LinkedHashMap;
import java.util.Map;

/** The TCP connections of a capture; those not heard of for longest are given up. */
final class TcpStreams {
  private static final int MOST = 2048;
  private static final int SYN = 0x02;
  private static final int FIN_OR_RESET = 0x05;

  private final Inbox inbox;
  private final Map<CapturedMessage.Path, TcpStream> open =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CapturedMessage.Path, TcpStream> eldest) {
          if (size() > MOST) {
            eldest.getValue().end();
          }
          return size() > MOST;
        }
      };

  TcpStreams(Inbox inbox) {
    this.inbox = inbox;
  }

  /** A segment: RFC 9293 §3.1. */
  void segment(IpPayload ip, int missing, Packet packet) {
    Payload p = ip.data();
    int header = p.length() < 20 ? 0 : (p.u8(12) >> 4) * 4;
    if (header < 20) {
      return;
    }
    CapturedMessage.Path path =
        new CapturedMessage.Path(
            "tcp", IpText.of(ip.source(), p.u16(0)), IpText.of(ip.destination(), p.u16(2)));
    Payload data = p.after(header);
    if ((p.u8(13) & SYN) != 0) {
      stream(path).synchronize(p.i32(4));
      return;
    }
    if (data.length() > 0) {
      if (isTlsRecord(data)) {
        inbox.tlsSeen();
      }
      stream(path).segment(p.i32(4), data, missing, packet);
    }
    if ((p.u8(13) & FIN_OR_RESET) == 4 && open.containsKey(path)) {
      open.remove(path).end();
    }
  }

  /** A TLS record begins with its type, 20 to 23, and version 3.x (RFC 8446 §5.1). */
  private static boolean isTlsRecord(Payload data) {
    return data.length() > 2
        && data.u8(0) >= 20
        && data.u8(0) <= 23
        && data.u8(1) == 3
        && data.u8(2) <= 4;
  }

  private TcpStream stream(CapturedMessage.Path path) {
    return open.computeIfAbsent(path, p -> new TcpStream(new MessageCutter(p, inbox)));
  }

  /** The capture is over. */
  void end() {
    open.values().forEach(TcpStream::end);
    open.clear();
  }
}
