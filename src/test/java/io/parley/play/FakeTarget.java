package io.parley.play;

import io.parley.model.Case;
import io.parley.play.stage.FarEnd;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.sip.Arrival;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipListener;
import io.parley.sip.jain.JainEndpoint;
import io.parley.target.Correlation;
import io.parley.target.LocalSide;
import io.parley.target.PortRange;
import io.parley.target.Target;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** A target on real sockets whose behaviour is a lambda: the far side of the player's tests. */
final class FakeTarget implements Target, SipListener {
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final BiConsumer<SipEndpoint, Arrival> behaviour;
  private final SipEndpoint endpoint;
  private final Optional<Correlation> correlation;
  private final FarEnd farEnd;
  private Optional<TlsSettings> tls = Optional.empty();
  private boolean transactions = true;
  private Timers timers = new Timers(Duration.ofMillis(1500), Duration.ofSeconds(4));
  private Optional<Credentials> credentials = Optional.empty();

  FakeTarget(BiConsumer<SipEndpoint, Arrival> behaviour) {
    this(behaviour, FarEnd.NONE, Optional.empty());
  }

  FakeTarget(
      BiConsumer<SipEndpoint, Arrival> behaviour,
      FarEnd farEnd,
      Optional<Correlation> correlation) {
    this.behaviour = behaviour;
    this.farEnd = farEnd;
    this.correlation = correlation;
    this.endpoint =
        JainEndpoint.open(
            new InetSocketAddress("127.0.3.7", 0), EnumSet.allOf(Transport.class), this, "fake");
  }

  /** Answers without a transaction layer, so that nothing but the behaviour leaves. */
  FakeTarget bare() {
    transactions = false;
    return this;
  }

  /** Is given that long to answer. */
  FakeTarget within(Duration response) {
    timers = new Timers(response, response);
    return this;
  }

  /** Speaks TLS that way. */
  FakeTarget speaking(TlsSettings settings) {
    tls = Optional.of(settings);
    return this;
  }

  @Override
  public Optional<TlsSettings> tls() {
    return tls;
  }

  /** Knows who we are. */
  FakeTarget with(Credentials who) {
    credentials = Optional.of(who);
    return this;
  }

  @Override
  public Optional<Credentials> credentials() {
    return credentials;
  }

  SipEndpoint endpoint() {
    return endpoint;
  }

  @Override
  public Handling arrived(Arrival arrival) {
    worker.execute(() -> behaviour.accept(endpoint, arrival));
    return transactions ? Handling.DELIVER : Handling.WITHHOLD;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public List<String> profiles() {
    return List.of();
  }

  @Override
  public InetSocketAddress address(Optional<String> profile) {
    return endpoint.address();
  }

  @Override
  public List<Transport> transports() {
    return List.of(Transport.UDP, Transport.TCP);
  }

  @Override
  public String uriHost(Optional<String> profile) {
    return "127.0.3.7:" + endpoint.address().getPort();
  }

  @Override
  public Map<String, String> numbers() {
    return Map.of("caller", "+15550190000", "callee", "+15550100000");
  }

  @Override
  public FarEnd farEnd() {
    return farEnd;
  }

  @Override
  public Optional<Correlation> correlation() {
    return correlation;
  }

  @Override
  public Limits limits() {
    return new Limits(8, 0, Duration.ofSeconds(30), List.of());
  }

  @Override
  public LocalSide local() {
    return new LocalSide(
        PlayerOptions.loopback().callerBind(),
        PlayerOptions.loopback().calleeBind(),
        Optional.empty(),
        Optional.empty(),
        new PortRange(30000, 30999));
  }

  @Override
  public Timers timers() {
    return timers;
  }

  @Override
  public Set<InetAddress> mediaAddresses(Optional<String> profile) {
    return Set.of(endpoint.address().getAddress());
  }

  @Override
  public Optional<String> cannotJudge(String scenario, Optional<String> profile) {
    return Optional.empty();
  }

  @Override
  public void close() {
    endpoint.close();
    worker.shutdownNow();
  }

  /** Plays one case at a target of that behaviour. */
  static CaseResult play(BiConsumer<SipEndpoint, Arrival> behaviour, Case of) {
    return new FakeTarget(behaviour).bare().play(of);
  }

  /** Plays one case here, and closes. */
  CaseResult play(Case of) {
    try (this;
        Player player = Player.open(PlayerOptions.loopback())) {
      player.attach(this, Profiles.shipped(), List.of(of));
      return player.play(of);
    }
  }
}
