package io.parley.serve;

import io.parley.profile.KeepAlive;
import io.parley.sip.Arrival;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of one SBC by its OPTIONS and calls. One thread at a time. */
final class WatchedSbc {
  private final String name;
  private Instant heard;
  private Instant called;
  private int calls;
  private boolean silent;
  private List<Arrival> last = List.of();

  WatchedSbc(String name) {
    this.name = name;
  }

  /** A call of it came. */
  void called(Arrival invite) {
    calls++;
    if (called == null) {
      called = invite.frame().time();
    }
    if (heard == null) {
      last = List.of(invite);
    }
  }

  /**
   * An OPTIONS was taken.
   *
   * @return when the one before came, where the SBC was told to be silent since
   */
  Optional<Instant> heard(List<Arrival> exchange) {
    Optional<Instant> before =
        silent ? Optional.of(heard == null ? called : heard) : Optional.empty();
    heard = exchange.get(0).frame().time();
    last = exchange;
    silent = false;
    return before;
  }

  /** How it came last. */
  InetAddress address() {
    return last.get(0).frame().flow().remote().getAddress();
  }

  /** What crossed last. */
  List<Arrival> last() {
    return last;
  }

  /**
   * Whether it is silent by now and was not told to be.
   *
   * @param watching since when nothing can have been missed
   */
  boolean falls(Instant now, Instant watching, KeepAlive limit) {
    boolean known = heard != null || called != null;
    if (silent || !known) {
      return false;
    }
    Instant since = since();
    Instant from = since.isBefore(watching) ? watching : since;
    silent = from.plus(limit.within()).isBefore(now);
    return silent;
  }

  private Instant since() {
    return heard == null ? called : heard;
  }

  Silence silence(Instant now, Optional<String> refusals, KeepAlive limit) {
    return new Silence(
        name,
        last.get(0).frame().flow(),
        now,
        Optional.ofNullable(heard),
        since(),
        calls,
        refusals,
        limit);
  }
}
