package io.parley.target;

import io.parley.dns.Location;
import io.parley.model.Capability;
import io.parley.model.Link;
import io.parley.wire.TlsIdentity;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is under test, started and ready. How it came to be (a container, an embedded program, a lab
 * device) is its own matter.
 */
public interface Target extends AutoCloseable {

  /** Its name as reports show it, for example {@code embedded} or {@code docker:kamailio}. */
  String name();

  /** The profiles it can be tested under, in order; empty = none, only flat expectations apply. */
  List<String> profiles();

  /**
   * Where requests go; unresolved where nobody knows the target's name.
   *
   * @param profile the case's profile, empty for none
   */
  InetSocketAddress address(Optional<String> profile);

  /** Where requests go over a transport: TLS may have a port of its own. */
  default InetSocketAddress address(Optional<String> profile, Transport transport) {
    return address(profile);
  }

  /**
   * Where a request may go over a transport, in the order to try (RFC 3263 §4.3); drawn anew for
   * each call where several servers share a priority. Never empty.
   */
  default List<InetSocketAddress> addresses(Optional<String> profile, Transport transport) {
    return List.of(address(profile, transport));
  }

  /** How its name was resolved; empty where it has none. */
  default Optional<Location> location(Optional<String> profile) {
    return Optional.empty();
  }

  /** Where it takes the calls of its far end; empty = where it takes all others. */
  default Optional<InetSocketAddress> inwardAddress() {
    return Optional.empty();
  }

  /** How it speaks TLS; empty = it does not. */
  default Optional<TlsSettings> tls() {
    return Optional.empty();
  }

  /** Transports it serves; the first is the default. */
  List<Transport> transports();

  /** The host written in Request-URI and To; the address when the target has no name. */
  String uriHost(Optional<String> profile);

  /**
   * Numbers by role: {@code caller}, {@code callee}, {@code busy}, {@code unknown}, {@code
   * declined}, {@code cost}, {@code error}, ….
   */
  Map<String, String> numbers();

  /** Who is on the other side. */
  FarEnd farEnd();

  /** How the call that left the SBC is found again; empty = one two-leg case at a time. */
  Optional<Correlation> correlation();

  /** What it may be burdened with. */
  Limits limits();

  /** Our own side. */
  LocalSide local();

  /** An address of this machine that is not on the target's access list; empty = none is known. */
  default Optional<InetAddress> unlisted() {
    return Optional.empty();
  }

  /** How long to wait. */
  Timers timers();

  /**
   * Media addresses of the SBC, for {@code address: target}; the signalling address when it anchors
   * media there.
   */
  Set<InetAddress> mediaAddresses(Optional<String> profile);

  /**
   * Whether it cannot judge a scenario, and why, so that the case is skipped.
   *
   * @param scenario scenario id
   * @param profile the case's profile
   */
  Optional<String> cannotJudge(String scenario, Optional<String> profile);

  /** Who we are to it when it asks; empty = a challenge is not answered. */
  default Optional<Credentials> credentials() {
    return Optional.empty();
  }

  /**
   * A certificate of ours that its far ends must not take; empty where we have none of that kind.
   */
  default Optional<TlsIdentity> faulty(Link.Certificate kind) {
    return LabCertificates.foreign(kind);
  }

  /** What it can do that not every SBC can. */
  default Set<Capability> capabilities() {
    return Set.of();
  }

  /** Programs that a run starts at its turns. */
  default Hooks hooks() {
    return Hooks.NONE;
  }

  /** Name and version of its software, if it tells. */
  default Optional<String> software() {
    return Optional.empty();
  }

  /** Stops what was started for the run. */
  @Override
  default void close() {}

  /**
   * Who we are to a target that asks with a digest challenge.
   *
   * @param user user name
   * @param password never shown
   */
  record Credentials(String user, String password) {

    /** The user alone. */
    @Override
    public String toString() {
      return "credentials of " + user;
    }
  }

  /** Who answers behind the SBC. */
  enum FarEnd {
    /** We do: scripted or implicit callees. */
    PARLEY,
    /** Something real that we do not control. */
    REAL,
    /** Nobody. */
    NONE
  }

  /**
   * What a live SBC may be burdened with.
   *
   * @param calls concurrent calls
   * @param ratePerSecond new calls each second; 0 = unlimited
   * @param ring longest time a call may ring
   * @param dial allowed numbers with {@code *} wildcards; empty = any (allowed on loopback only)
   */
  record Limits(int calls, double ratePerSecond, Duration ring, List<String> dial) {}

  /**
   * How long to wait.
   *
   * @param response for the next message of a call
   * @param last for the final response of a call
   * @param t1 its estimate of a round trip, by which it spaces retransmissions (RFC 3261 §17.1.1.1)
   */
  record Timers(Duration response, Duration last, Duration t1) {
    /** 500 ms, as the RFC recommends. */
    static final Duration T1 = Duration.ofMillis(500);

    /** Timers of a target with the RFC's T1. */
    public Timers(Duration response, Duration last) {
      this(response, last, T1);
    }
  }
}
