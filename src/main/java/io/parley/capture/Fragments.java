package io.parley.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts fragmented datagrams together again (RFC 791 §3.2, RFC 8200 §4.5). Keeps a bounded number;
 * the oldest goes when another begins. Belongs to one thread.
 */
final class Fragments {
  private static final int MOST_DATAGRAMS = 128;
  private static final int LARGEST = 65_535;

  /** More pieces than a datagram of the smallest MTU has are no datagram. */
  private static final int MOST_PIECES = 1500;

  private record Key(String source, String destination, int protocol, int identification) {}

  private final Map<Key, List<IpPayload>> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<IpPayload>> eldest) {
          return size() > MOST_DATAGRAMS;
        }
      };

  /** The whole datagram once its last missing fragment has come; a whole one at once. */
  Optional<IpPayload> add(IpPayload piece) {
    if (!piece.fragment()) {
      return Optional.of(piece);
    }
    // Only the first fragment of IPv6 tells the protocol for certain, so it is no part of the key.
    Key key = new Key(piece.source(), piece.destination(), 0, piece.identification());
    List<IpPayload> pieces = open.computeIfAbsent(key, k -> new ArrayList<>());
    if (pieces.size() >= MOST_PIECES || piece.missing() > 0) {
      open.remove(key);
      return Optional.empty();
    }
    pieces.add(piece);
    Optional<IpPayload> whole = joined(pieces);
    whole.ifPresent(w -> open.remove(key));
    return whole;
  }

  private static Optional<IpPayload> joined(List<IpPayload> pieces) {
    List<IpPayload> sorted =
        pieces.stream().sorted(Comparator.comparingInt(IpPayload::offset)).toList();
    IpPayload last = sorted.get(sorted.size() - 1);
    int size = last.offset() + last.data().length();
    if (last.more() || size > LARGEST) {
      return Optional.empty();
    }
    byte[] out = new byte[size];
    int filled = 0;
    for (IpPayload p : sorted) {
      if (p.offset() > filled) {
        return Optional.empty();
      }
      System.arraycopy(p.data().bytes(), p.data().from(), out, p.offset(), p.data().length());
      filled = Math.max(filled, p.offset() + p.data().length());
    }
    return Optional.of(sorted.get(0).whole(out));
  }
}
