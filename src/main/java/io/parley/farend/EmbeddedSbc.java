package io.parley.farend;

import io.parley.sip.SipTimers;
import io.parley.sip.jain.JainEndpoint;
import io.parley.sip.jain.ResponsePath;
import io.parley.wire.IpLiteral;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * An SBC in this process: a back-to-back user agent on a loopback address of its own, UDP and TCP,
 * and TLS where it has a certificate. It judges every INVITE by a profile and refuses as the
 * profile does; what it accepts it relays to the far end on a dialog of its own, with its own
 * address in Contact and SDP, or answers itself where there is no far end.
 *
 * <p>Signalling only: the media ports it names are its own, but nobody relays RTP there. Where the
 * settings say so, connectivity checks to its candidates are answered, as an ICE-lite agent does.
 *
 * <p>A far end that stays silent is answered 408 after the settings' patience, one that cannot be
 * reached 503 at once. Extensions that need support ({@code Require}) are refused with 420,
 * reliable provisional responses excepted where the profile allows PRACK. Session timers are agreed
 * on each leg by itself (RFC 4028), where the caller asks for them or the settings say always.
 * Where the profile allows REGISTER, users of the near side register and are called there.
 *
 * <p>Answers go to where the request came from, whatever its Via says, as SBCs do for clients
 * behind a NAT.
 */
public final class EmbeddedSbc implements AutoCloseable {
  /** Who may register as a user of the role {@code guarded}; in a lab this is no secret. */
  public static final String USER = "parley";

  /** The password of {@link #USER}. */
  public static final String PASSWORD = "parley";

  private static final long TICK_MILLIS = 500;

  /** T2 in T1 (RFC 3261 §17.1.2.2: 4 s and 500 ms). */
  private static final int T2 = 8;

  private final SbcThread thread;
  private final Backlog backlog = new Backlog();
  private final Ear ear;
  private final JainEndpoint endpoint;
  private final Desk desk;
  private final Hangup hangup;
  private final Dialling dialling;
  private final Optional<CheckResponder> checks;

  private EmbeddedSbc(SbcSettings settings) {
    String name = "sbc-" + settings.profile().id();
    thread = new SbcThread(name);
    ear = new Ear(settings, thread, backlog);
    endpoint = open(settings, name);
    MediaAnchor anchor = new MediaAnchor(IpLiteral.text(endpoint.address().getAddress()));
    CallTable table = new CallTable(settings.times().longest().toNanos());
    checks =
        settings.service().checks()
            ? Optional.of(CheckResponder.open(endpoint.address().getAddress(), anchor, name))
            : Optional.empty();
    Speaker speaker = new Speaker(endpoint, settings.profile(), anchor, checks);
    desk =
        new Desk(
            settings,
            table,
            speaker,
            Registrar.of(settings),
            anchor,
            new FarEndProbe(thread::run, name),
            new Monitor(settings.routes(), speaker),
            thread.executor());
    hangup = new Hangup(desk);
    Sessions sessions = new Sessions(desk, hangup);
    Confirmations confirmations = new Confirmations(desk, hangup);
    OwnAnswer ownAnswer = new OwnAnswer(desk, hangup, confirmations, sessions);
    dialling = new Dialling(desk, hangup, sessions);
    Attended attended = new Attended(desk, hangup, ownAnswer, sessions, dialling);
    Invitations invitations = new Invitations(desk, hangup, ownAnswer, sessions, attended);
    Responses responses = new Responses(desk, hangup, confirmations, dialling, sessions);
    Reception reception =
        new Reception(
            desk, invitations, new InDialog(desk, hangup, ownAnswer, sessions), confirmations);
    ear.begin(new Ear.Actors(desk, reception, responses, invitations, dialling));
  }

  private JainEndpoint open(SbcSettings settings, String name) {
    return JainEndpoint.open(
        settings.bind(),
        settings.transports(),
        settings.tls().orElse(TlsSettings.DEFAULT),
        ear,
        name,
        new SipTimers(settings.times().t1(), settings.times().t1().multipliedBy(T2)),
        ResponsePath.SOURCE,
        settings.places().sending());
  }

  /**
   * Opens an SBC; it answers from then on.
   *
   * @throws java.io.UncheckedIOException when its port cannot be bound
   */
  public static EmbeddedSbc open(SbcSettings settings) {
    EmbeddedSbc out = new EmbeddedSbc(settings);
    out.thread.begin(out.desk.table()::expire, TICK_MILLIS);
    if (!settings.routes().interval().isZero()) {
      out.thread.always(out.desk.monitor()::ask, settings.routes().interval());
    }
    return out;
  }

  /** Where it listens, UDP and TCP. */
  public InetSocketAddress address() {
    return endpoint.address();
  }

  /** Where a transport listens; TLS has a port of its own. */
  public InetSocketAddress address(Transport transport) {
    return endpoint.address(transport);
  }

  /** Calls that take a channel now, ringing ones included. */
  public int calls() {
    return thread.ask(desk.table()::up);
  }

  /** How many messages were not read, since their senders were faster than this thread. */
  public long dropped() {
    return backlog.dropped();
  }

  /** Legs, transactions and requests that are still known, for tests of leaks. */
  int remembered() {
    return thread.ask(desk.table()::size);
  }

  /**
   * Calls somebody as this far end does, and holds the call for a time.
   *
   * @param number the user part of the Request-URI
   * @param host the host in Request-URI and To
   * @param destination where the INVITE goes
   */
  public void dial(
      String number,
      String host,
      Transport transport,
      InetSocketAddress destination,
      Duration hold) {
    thread.run(() -> dialling.call(number, host, transport, destination, hold));
  }

  /** Hangs up every call that is up; returns at once. */
  public void hangUp() {
    thread.run(() -> desk.table().legs().forEach(hangup::end));
  }

  @Override
  public void close() {
    backlog.close();
    thread.stop();
    desk.probe().close();
    endpoint.close();
    checks.ifPresent(CheckResponder::close);
    thread.close();
  }
}
