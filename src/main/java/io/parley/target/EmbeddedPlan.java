package io.parley.target;

import io.parley.farend.ReferPolicy;
import io.parley.farend.SbcTimes;
import io.parley.model.Capability;
import io.parley.profile.Profiles;
import io.parley.wire.TlsSettings;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The embedded SBC, not started.
 *
 * @param known the profiles it can play
 * @param name as reports show it
 * @param times the times it keeps
 * @param farEnd who answers behind it
 * @param failover whether its far end has trunks of two servers
 * @param refer what it does with a REFER of its far end
 * @param ipv6 whether it is reached by IPv6, where loopback has one address only; else by IPv4
 * @param certificates for TLS; null in it = none were needed so far
 */
record EmbeddedPlan(
    Profiles known,
    String name,
    SbcTimes times,
    LabFarEnd farEnd,
    boolean failover,
    ReferPolicy refer,
    boolean ipv6,
    AtomicReference<LabCertificates> certificates)
    implements TargetPlan {
  static final Set<Capability> ABLE =
      Set.of(
          Capability.B2BUA,
          Capability.INWARD,
          Capability.REFER,
          Capability.REGISTRATION,
          Capability.RELIABLE_PROVISIONALS,
          Capability.SESSION_TIMERS,
          Capability.UPDATE);
  static final LocalSide LOCAL =
      new LocalSide(
          new InetSocketAddress("127.0.1.1", 0).getAddress(),
          new InetSocketAddress("127.0.2.1", 0),
          Optional.empty(),
          Optional.empty(),
          new PortRange(30000, 39999));

  /** A plan without certificates so far. */
  static EmbeddedPlan of(Profiles known, String name, SbcTimes times, LabFarEnd farEnd) {
    boolean ours = farEnd.real().isEmpty();
    return new EmbeddedPlan(
        known, name, times, farEnd, ours, ReferPolicy.PASS, false, new AtomicReference<>());
  }

  @Override
  public List<String> profiles() {
    return known.names();
  }

  @Override
  public List<String> standardProfiles() {
    return known.standard();
  }

  @Override
  public Map<String, String> numbers() {
    return LabNumbers.BY_ROLE;
  }

  @Override
  public Target.Limits limits() {
    return farEnd.limits();
  }

  @Override
  public LocalSide local() {
    LocalSide own = ipv6 ? OwnAddress.loopback(new InetSocketAddress("::1", 0)) : LOCAL;
    return failover ? own.with(LabServers.at(own.calleeBind())) : own;
  }

  @Override
  public Optional<TargetPlan> overIpv6() {
    return farEnd.real().isPresent()
        ? Optional.empty()
        : Optional.of(
            new EmbeddedPlan(known, name, times, farEnd, failover, refer, true, certificates));
  }

  /** The same whose far end has trunks of two servers, or has not. */
  EmbeddedPlan failingOver(boolean so) {
    return new EmbeddedPlan(known, name, times, farEnd, so, refer, ipv6, certificates);
  }

  /** The same that does something else with a REFER of its far end. */
  EmbeddedPlan referred(ReferPolicy policy) {
    return new EmbeddedPlan(known, name, times, farEnd, failover, policy, ipv6, certificates);
  }

  @Override
  public Set<Capability> capabilities() {
    Set<Capability> out = EnumSet.copyOf(ABLE);
    if (refer == ReferPolicy.REFUSE) {
      out.remove(Capability.REFER);
    }
    out.addAll(local().servers().capabilities());
    return out;
  }

  /** The certificates, if any were needed. */
  Optional<LabCertificates> made() {
    return Optional.ofNullable(certificates.get());
  }

  @Override
  public Optional<TlsSettings> tls(boolean needed) {
    if (needed && certificates.get() == null) {
      certificates.set(new LabCertificates());
    }
    return made().map(LabCertificates::trunk);
  }

  @Override
  public Target start(InetSocketAddress callee) {
    return start(OurPlaces.of(callee, Optional.empty()));
  }

  @Override
  public Target start(InetSocketAddress callee, InetSocketAddress caller) {
    return start(OurPlaces.of(callee, Optional.of(caller)));
  }

  @Override
  public Target start(
      InetSocketAddress callee, InetSocketAddress caller, InetSocketAddress secure) {
    OurPlaces.Server usual = new OurPlaces.Server(callee, secure);
    return start(new OurPlaces(usual, Optional.of(caller), Optional.empty(), List.of()));
  }

  @Override
  public Target start(OurPlaces ours) {
    return new EmbeddedTarget(this, ours);
  }
}
