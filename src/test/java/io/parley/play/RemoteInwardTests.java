package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.farend.EmbeddedSbc;
import io.parley.farend.SbcSettings;
import io.parley.model.Case;
import io.parley.model.Verdict;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.scenario.Catalogue;
import io.parley.scenario.Contexts;
import io.parley.scenario.context.LoadContext;
import io.parley.target.LocalSide;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.Test;

/** Calls inwards through an SBC that is there already and knows our callers by their port. */
public class RemoteInwardTests {
  private static final String SCRIPT =
      """
      scenario: The far end calls
      id: script
      actors:
        trunk: { role: caller, side: far, offer: plain }
        user: { role: callee, side: near }
      steps:
        - trunk: { send: INVITE, to: user }
        - user: { receive: INVITE }
        - user: { send: 200 }
        - trunk: { receive: 200 }
        - user: { receive: ACK }
        - trunk: { send: BYE }
        - user: { receive: BYE }
        - user: { send: 200 }
        - trunk: { receive: 200 }
      """;

  @Test
  public void theSbcFindsOurCallersAtTheirPort() throws Exception {
    InetSocketAddress callers = free("127.0.1.1");
    InetSocketAddress callees = free("127.0.2.1");
    InetSocketAddress nobody = free("127.0.3.1");
    NumberPlan numbers =
        new NumberPlan(
            Map.of("caller", List.of("+15550190000"), "callee", List.of("+15550100000")));
    try (EmbeddedSbc sbc =
        EmbeddedSbc.open(
            SbcSettings.of(
                    Profiles.shipped().get("sipconnect").orElseThrow(),
                    new InetSocketAddress("127.0.3.1", 0),
                    Optional.of(callees),
                    numbers)
                .withNearEnd(callers))) {
      CaseResult result = play(plan(nobody, callees, callers, sbc.address()));
      assertThat(result.findings()).isEmpty();
      assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    }
  }

  /** Calls of callers would go to where nobody listens; those of the far end do not. */
  private static TargetPlan plan(
      InetSocketAddress sbc,
      InetSocketAddress callees,
      InetSocketAddress callers,
      InetSocketAddress inward)
      throws IOException {
    Path file =
        Files.writeString(
            Scratch.file("target-", ".yaml"),
            """
            target: Lab
            address: %s
            numbers: { caller: "+15550190000", callee: "+15550100000" }
            far-end: { played-by: parley, listen: %s, address: %s }
            local: { bind: %s, source-port: %d }
            capabilities: [inward]
            """
                .formatted(
                    text(sbc),
                    text(callees),
                    text(inward),
                    callers.getAddress().getHostAddress(),
                    callers.getPort()));
    try {
      return new Targets(Profiles.shipped()).open(file.toString());
    } finally {
      Files.delete(file);
    }
  }

  private static CaseResult play(TargetPlan plan) throws Exception {
    LocalSide local = plan.local();
    PlayerOptions options =
        new PlayerOptions(local.callerBind(), local.calleeBind(), false, Optional.empty())
            .fromPort(local.callerPort());
    try (Player player = Player.open(options);
        Target target = plan.start(player.calleeAddress(), player.callerAddress())) {
      player.attach(target, Profiles.shipped(), List.of());
      return player.play(load(target));
    }
  }

  private static Case load(Target target) {
    LoadContext context = Contexts.at(target);
    return Catalogue.load("script.yaml", SCRIPT, context).cases().get(0);
  }

  private static String text(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  private static InetSocketAddress free(String host) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(host, 0))) {
      return new InetSocketAddress(host, socket.getLocalPort());
    }
  }
}
