package io.parley.run;

import io.parley.model.Case;
import io.parley.play.Player;
import io.parley.play.stage.OptionsAnswer;
import io.parley.preflight.CheckLine;
import io.parley.preflight.Preflight;
import io.parley.target.Target;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The preflight, as a command and before a run.
 *
 * @param target started
 * @param player attached to it
 */
record Checking(Target target, Player player) {

  /** Everything, under the profile of each control case. */
  ExitCode all(List<Case> controls, Consumer<CheckLine> told) {
    Preflight preflight = new Preflight(target, player, told);
    try {
      for (Case control : controls) {
        preflight.check(control.id().profile(), control);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
    return ExitCode.ofCheck(preflight.lines().stream().map(CheckLine::state).toList());
  }

  /** Before a run: one line for each address; the run goes on and judges for itself. */
  void briefly(List<Case> cases, Consumer<String> told) {
    Transport transport = player.transport();
    Map<InetSocketAddress, Optional<String>> profiles = new LinkedHashMap<>();
    cases.stream()
        .filter(c -> c.skip().isEmpty())
        .map(c -> c.id().profile())
        .forEach(p -> profiles.putIfAbsent(target.address(p, transport), p));
    try {
      for (Map.Entry<InetSocketAddress, Optional<String>> e : profiles.entrySet()) {
        OptionsAnswer answer = player.options(e.getValue(), transport);
        String advice = answer.alive() ? "" : ". './parley check' says what to change";
        String place = transport.parameter() + " " + HostPort.of(e.getKey());
        told.accept("check: " + place + ": " + answer.words() + advice);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
