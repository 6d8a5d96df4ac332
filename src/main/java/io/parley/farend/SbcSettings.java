package io.parley.farend;

import io.parley.profile.NumberPlan;
import io.parley.profile.Profile;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;

/**
 * How an embedded SBC is set up.
 *
 * @param profile whose part it plays towards callers
 * @param places where it listens
 * @param routes where accepted calls go
 * @param numbers who is known
 * @param channels concurrent calls; one more is refused as the profile does
 * @param share how many of these one peer may take
 * @param times by what it repeats and gives up
 * @param observer watches it
 * @param service what it does for those who register and call
 */
public record SbcSettings(
    Profile profile,
    SbcPlaces places,
    SbcRoutes routes,
    NumberPlan numbers,
    int channels,
    int share,
    SbcTimes times,
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
        SbcPlaces.at(bind),
        SbcRoutes.to(farEnd),
        numbers,
        CHANNELS,
        CHANNELS,
        SbcTimes.USUAL,
        SbcObserver.NONE,
        Service.USUAL);
  }

  /** Where it listens; port 0 = any. */
  public InetSocketAddress bind() {
    return places.bind();
  }

  /** What it listens on. */
  public Set<Transport> transports() {
    return places.transports();
  }

  /** How it speaks TLS; empty = not at all. */
  public Optional<TlsSettings> tls() {
    return places.tls();
  }

  /** The far end's usual server; empty = it answers calls itself. */
  public Optional<InetSocketAddress> farEnd() {
    return routes.farEnd().map(FarEndServer::address);
  }

  /** Where calls to numbers of the role {@code caller} go; empty = where all others go. */
  public Optional<InetSocketAddress> nearEnd() {
    return routes.nearEnd();
  }

  /** The same with another number of channels. */
  public SbcSettings withChannels(int count) {
    return new SbcSettings(
        profile, places, routes, numbers, count, count, times, observer, service);
  }

  /** The same where one peer leaves that many channels to others. */
  public SbcSettings leaving(int others) {
    int all = channels + others;
    return new SbcSettings(
        profile, places, routes, numbers, all, channels, times, observer, service);
  }

  /** The same with other times. */
  public SbcSettings withTimes(SbcTimes other) {
    Profile timed = other.session().of(profile);
    return new SbcSettings(
        timed, places, routes, numbers, channels, share, other, observer, service);
  }

  /** The same with TLS beside its other transports. */
  public SbcSettings withTls(TlsSettings settings) {
    return at(places.withTls(settings));
  }

  /**
   * The same that listens by these transports only.
   *
   * @param only what it listens on
   * @param settings how it speaks TLS, where it does
   */
  public SbcSettings over(Set<Transport> only, Optional<TlsSettings> settings) {
    return at(places.over(only, settings));
  }

  /** The same that waits for nobody to whom it sends over a stream. */
  public SbcSettings queued() {
    return at(places.queued());
  }

  /** The same with callers who can be called. */
  public SbcSettings withNearEnd(InetSocketAddress address) {
    return routing(routes.withNearEnd(address));
  }

  /** The same whose access list lacks an address; empty = that has no list. */
  public SbcSettings refusing(Optional<InetAddress> stranger) {
    return serving(service.refusing(stranger));
  }

  /** The same whose calls go elsewhere. */
  public SbcSettings routing(SbcRoutes other) {
    return new SbcSettings(
        profile, places, other, numbers, channels, share, times, observer, service);
  }

  /** The same that answers connectivity checks as an ICE-lite agent, or does not. */
  public SbcSettings answeringChecks(boolean so) {
    return serving(service.answeringChecks(so));
  }

  /** The same that does something else with a REFER of the far end. */
  public SbcSettings referred(ReferPolicy policy) {
    return serving(service.referred(policy));
  }

  /** The same with another service. */
  public SbcSettings serving(Service other) {
    return new SbcSettings(
        profile, places, routes, numbers, channels, share, times, observer, other);
  }

  /** The same that is watched. */
  public SbcSettings watchedBy(SbcObserver watcher) {
    return new SbcSettings(
        profile, places, routes, numbers, channels, share, times, watcher, service);
  }

  private SbcSettings at(SbcPlaces other) {
    return new SbcSettings(
        profile, other, routes, numbers, channels, share, times, observer, service);
  }
}
