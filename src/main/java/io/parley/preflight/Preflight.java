package io.parley.preflight;

import io.parley.dns.Location;
import io.parley.model.Case;
import io.parley.play.Player;
import io.parley.play.stage.OptionsAnswer;
import io.parley.target.Target;
import io.parley.wire.Flow;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks at a target in the order in which a call goes: the address, the way there, OPTIONS, one
 * good call, and where that call came out. A step that cannot succeed after an earlier one is left
 * out.
 */
public final class Preflight {
  private final Target target;
  private final Player player;
  private final Consumer<CheckLine> told;
  private final List<CheckLine> lines = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();

  /**
   * A preflight.
   *
   * @param target what is under test, started
   * @param player attached to it
   * @param told of each line as soon as it is known
   */
  public Preflight(Target target, Player player, Consumer<CheckLine> told) {
    this.target = target;
    this.player = player;
    this.told = told;
  }

  /**
   * Checks one profile; an address that two profiles share is looked at once.
   *
   * @param control a good call under that profile, which must be accepted
   */
  public void check(Optional<String> profile, Case control) throws InterruptedException {
    InetSocketAddress remote = target.address(profile);
    resolved(profile, remote);
    if (remote.isUnresolved()) {
      return;
    }
    for (Transport transport : target.transports()) {
      String place = transport + Flow.text(target.address(profile, transport));
      if (asked.add(place) && !reach(profile, transport)) {
        asked.add("no " + place);
      }
    }
    Transport first = target.transports().get(0);
    if (!asked.contains("no " + first + Flow.text(target.address(profile, first)))) {
      new ControlCall(target, player.calleeAddress())
          .judge(player.play(control), profile)
          .forEach(this::tell);
    }
  }

  /** Everything that was found so far. */
  public List<CheckLine> lines() {
    return List.copyOf(lines);
  }

  private void resolved(Optional<String> profile, InetSocketAddress remote) {
    if (!asked.add("resolve " + Flow.text(remote))) {
      return;
    }
    Optional<Location> named = target.location(profile).filter(l -> !l.trail().isEmpty());
    named.map(Resolution::of).ifPresent(this::tell);
    if (remote.isUnresolved()) {
      return;
    }
    String found = remote.getAddress().getHostAddress();
    InetSocketAddress listen = player.calleeAddress();
    if (target.farEnd() == Target.FarEnd.PARLEY
        && listen.getAddress().isLoopbackAddress()
        && !remote.getAddress().isLoopbackAddress()) {
      tell(
          CheckLine.of(
              CheckLine.State.SETUP,
              "far end",
              Flow.text(listen) + " cannot be reached from " + found,
              "Write the address of this machine that faces the SBC under 'far-end: { listen }'."));
    }
  }

  /** Whether a call over that transport makes sense. */
  private boolean reach(Optional<String> profile, Transport transport) throws InterruptedException {
    InetSocketAddress remote = target.address(profile, transport);
    CheckLine connected = new Connection(target.local().callerBind()).to(remote, transport);
    tell(connected);
    if (connected.state() != CheckLine.State.OK) {
      return false;
    }
    if (transport == Transport.TLS && !secured(remote)) {
      return false;
    }
    long started = System.nanoTime();
    OptionsAnswer answer = player.options(profile, transport);
    CheckLine line = options(transport, answer);
    tell(line.after(Duration.ofNanos(System.nanoTime() - started)));
    return answer.sent();
  }

  /** Whether the handshake of a call would go well. */
  private boolean secured(InetSocketAddress remote) {
    TlsSettings settings = target.tls().orElse(TlsSettings.DEFAULT);
    List<CheckLine> found =
        new TlsCheck(settings, target.local().callerBind(), Instant.now()).of(remote);
    found.forEach(this::tell);
    return found.stream().noneMatch(l -> l.state() == CheckLine.State.UNREACHABLE);
  }

  private CheckLine options(Transport transport, OptionsAnswer answer) {
    String subject = "OPTIONS " + transport.parameter();
    if (!answer.sent()) {
      String change =
          transport == Transport.TLS
              ? "Compare 'tls' in the target file with the certificates of the SBC."
              : "Look at the firewall between here and there.";
      return CheckLine.of(CheckLine.State.UNREACHABLE, subject, answer.words(), change);
    }
    if (answer.alive()) {
      int status = answer.status().getAsInt();
      Optional<String> change = new Advice(target, "", "").ofOptions(status);
      return change
          .map(c -> CheckLine.of(CheckLine.State.NOTE, subject, "answered " + status, c))
          .orElse(CheckLine.ok(subject, "answered " + status));
    }
    return CheckLine.of(
        CheckLine.State.NOTE,
        subject,
        answer.words(),
        "Some SBCs answer OPTIONS from a known trunk only: does its access list know "
            + target.local().callerBind().getHostAddress()
            + "?");
  }

  private void tell(CheckLine line) {
    lines.add(line);
    told.accept(line);
  }
}
