package io.parley.farend;

import io.parley.profile.NumberPlan;
import io.parley.profile.Profile;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How an embedded SBC is set up.
 *
 * @param profile whose part it plays towards callers
 * @param bind where it listens; port 0 = any
 * @param farEnd where accepted calls go; empty = it answers them itself
 * @param numbers who is known
 * @param channels concurrent calls; one more is refused as the profile does
 * @param times by what it repeats and gives up
 * @param tls how it speaks TLS; empty = not at all
 * @param nearEnd where calls to numbers of the role {@code caller} go; empty = to the far end like
 *     all others
 * @param secureFarEnd where calls to the far end go that came over TLS; empty = over TCP to the far
 *     end
 * @param transports what it listens on; TLS has the next port where it is not alone
 * @param observer watches it
 * @param service what it does for those who register and call
 */
public record SbcSettings(
    Profile profile,
    InetSocketAddress bind,
    Optional<InetSocketAddress> farEnd,
    NumberPlan numbers,
    int channels,
    SbcTimes times,
    Optional<TlsSettings> tls,
    Optional<InetSocketAddress> nearEnd,
    Optional<InetSocketAddress> secureFarEnd,
    Set<Transport> transports,
    SbcObserver observer,
    Service service) {
  private static final int CHANNELS = 2000;

  /** Settings with 2000 channels and the usual times. */
  public static SbcSettings of(
      Profile profile,
      InetSocketAddress bind,
      Optional<InetSocketAddress> farEnd,
      NumberPlan numbers) {
    return new SbcSettings(
        profile,
        bind,
        farEnd,
        numbers,
        CHANNELS,
        SbcTimes.USUAL,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(Transport.UDP, Transport.TCP),
        SbcObserver.NONE,
        Service.USUAL);
  }

  /** The same with another number of channels. */
  public SbcSettings withChannels(int count) {
    return new SbcSettings(
        profile,
        bind,
        farEnd,
        numbers,
        count,
        times,
        tls,
        nearEnd,
        secureFarEnd,
        transports,
        observer,
        service);
  }

  /** The same with other times. */
  public SbcSettings withTimes(SbcTimes other) {
    return new SbcSettings(
        other.session().of(profile),
        bind,
        farEnd,
        numbers,
        channels,
        other,
        tls,
        nearEnd,
        secureFarEnd,
        transports,
        observer,
        service);
  }

  /** The same with TLS beside its other transports. */
  public SbcSettings withTls(TlsSettings settings) {
    Set<Transport> all = EnumSet.copyOf(transports);
    all.add(Transport.TLS);
    return over(all, Optional.of(settings));
  }

  /**
   * The same that listens by these transports only.
   *
   * @param only what it listens on
   * @param settings how it speaks TLS, where it does
   */
  public SbcSettings over(Set<Transport> only, Optional<TlsSettings> settings) {
    return new SbcSettings(
        profile,
        bind,
        farEnd,
        numbers,
        channels,
        times,
        settings,
        nearEnd,
        secureFarEnd,
        only,
        observer,
        service);
  }

  /** The same whose far end takes TLS there. */
  public SbcSettings withSecureFarEnd(InetSocketAddress address) {
    return new SbcSettings(
        profile,
        bind,
        farEnd,
        numbers,
        channels,
        times,
        tls,
        nearEnd,
        Optional.of(address),
        transports,
        observer,
        service);
  }

  /** The same with callers who can be called. */
  public SbcSettings withNearEnd(InetSocketAddress address) {
    return new SbcSettings(
        profile,
        bind,
        farEnd,
        numbers,
        channels,
        times,
        tls,
        Optional.of(address),
        secureFarEnd,
        transports,
        observer,
        service);
  }

  /** The same whose access list lacks an address; empty = that has no list. */
  public SbcSettings refusing(Optional<InetAddress> stranger) {
    return serving(service.refusing(stranger));
  }

  /** The same that knows a second server of its far end, or does not. */
  public SbcSettings failingOver(boolean so) {
    return serving(service.failingOver(so));
  }

  /** The same with another service. */
  public SbcSettings serving(Service other) {
    return new SbcSettings(
        profile,
        bind,
        farEnd,
        numbers,
        channels,
        times,
        tls,
        nearEnd,
        secureFarEnd,
        transports,
        observer,
        other);
  }

  /** The same that is watched. */
  public SbcSettings watchedBy(SbcObserver watcher) {
    return new SbcSettings(
        profile,
        bind,
        farEnd,
        numbers,
        channels,
        times,
        tls,
        nearEnd,
        secureFarEnd,
        transports,
        watcher,
        service);
  }
}
