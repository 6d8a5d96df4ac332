package io.parley.target;

import io.parley.model.Capability;
import io.parley.wire.TlsSettings;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A target that is known but not started: all that loading scenarios and opening our own endpoints
 * needs. The target itself comes second, since its far end is an address of ours.
 */
public interface TargetPlan {

  /** Its name as reports show it. */
  String name();

  /** The profiles it can be tested under, in order; empty = only flat expectations apply. */
  List<String> profiles();

  /** Those of its profiles that are played when the user names none, in order. */
  default List<String> standardProfiles() {
    return profiles();
  }

  /** Numbers by role, as {@link Target#numbers}. */
  Map<String, String> numbers();

  /** What it may be burdened with. */
  Target.Limits limits();

  /** Our own side. */
  LocalSide local();

  /** What it can do that not every SBC can. */
  default Set<Capability> capabilities() {
    return Set.of();
  }

  /** How it speaks TLS; empty = it does not. */
  default Optional<TlsSettings> tls() {
    return Optional.empty();
  }

  /** Programs that a run starts at its turns. */
  default Hooks hooks() {
    return Hooks.NONE;
  }

  /**
   * Whether it cannot judge a scenario, and why, as {@link Target#cannotJudge}: known before it is
   * started.
   */
  default Optional<String> cannotJudge(String scenario, Optional<String> profile) {
    return Optional.empty();
  }

  /**
   * The same, for a run in which cases ask for TLS or not: certificates that a target makes itself
   * are made where they are needed only.
   */
  default Optional<TlsSettings> tls(boolean needed) {
    return tls();
  }

  /**
   * Looks whether what it needs is there, before scenarios are loaded for it; returns within
   * seconds.
   *
   * @throws TargetUnavailableException when it can be seen at once that it cannot be started
   */
  default void check() {}

  /**
   * Starts it.
   *
   * @param callee where our callees listen, UDP and TCP
   * @throws TargetUnavailableException when it cannot be made ready
   */
  Target start(InetSocketAddress callee);

  /**
   * Starts it, also for calls that its far end makes, where it routes such calls.
   *
   * @param callee as for {@link #start(InetSocketAddress)}
   * @param caller where our callers are, UDP and TCP
   * @throws TargetUnavailableException when it cannot be made ready
   */
  default Target start(InetSocketAddress callee, InetSocketAddress caller) {
    return start(callee);
  }

  /**
   * Starts it, also for calls over TLS.
   *
   * @param callee as for {@link #start(InetSocketAddress)}
   * @param caller as for {@link #start(InetSocketAddress, InetSocketAddress)}
   * @param secure where our callees listen for TLS; the same as {@code callee} where they do not
   * @throws TargetUnavailableException when it cannot be made ready
   */
  default Target start(
      InetSocketAddress callee, InetSocketAddress caller, InetSocketAddress secure) {
    return start(callee, caller);
  }

  /**
   * Starts it, its far end being all the servers that {@link LocalSide#servers} names.
   *
   * @param ours where we listen
   * @throws TargetUnavailableException when it cannot be made ready
   */
  default Target start(OurPlaces ours) {
    InetSocketAddress callee = ours.usual().plain();
    return ours.caller().isEmpty()
        ? start(callee)
        : start(callee, ours.caller().get(), ours.usual().secure());
  }

  /**
   * The same target over IPv6, for the cases that ask for it; empty where it is not reached by both
   * families, so that those cases are played or skipped as its address has it.
   */
  default Optional<TargetPlan> overIpv6() {
    return Optional.empty();
  }

  /** Whether it is there without us, so that nobody knows whether it is ready. */
  default boolean foreign() {
    return false;
  }

  /** The plan of a target that runs already and has its far end's address settled. */
  static TargetPlan of(Target started) {
    return new StartedPlan(started);
  }
}
