package io.parley.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.Scratch;
import io.parley.profile.Profiles;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import io.parley.wire.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.testng.annotations.Test;

/** Whom {@code serve --dial} may call, and how. */
public class DialPlanTests {
  private static final Profiles PROFILES = Profiles.shipped();

  private static ServeRequest request(Transport... transports) {
    InetSocketAddress at = new InetSocketAddress("127.0.0.1", 0);
    List<ServeRequest.Listen> listens =
        List.of(transports).stream().map(t -> new ServeRequest.Listen(t, at)).toList();
    return new ServeRequest(
        "zoom-byoc",
        listens,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        new RunRequest.Output(Path.of("unused"), false, false, false, Map.of()));
  }

  private static TargetPlan target(String address, String limits) throws IOException {
    Path file = Scratch.file("dial-", ".yaml");
    Files.writeString(
        file, "target: Lab\naddress: " + address + "\ntransports: [tcp]\n" + limits + "\n");
    return new Targets(PROFILES).open(file.toString());
  }

  private static DialPlan plan(String number, TargetPlan target, Transport... transports) {
    ServeRequest.Dial dial = new ServeRequest.Dial(number, "lab", Duration.ofSeconds(1));
    return DialPlan.of(dial, target, request(transports));
  }

  @Test
  public void whatTheLimitsAllowIsDialledByATransportOfBoth() throws IOException {
    TargetPlan lab = target("127.0.0.1:5060", "limits: { dial: [\"+1555*\"] }");
    DialPlan plan = plan("+15550100000", lab, Transport.UDP, Transport.TCP);
    assertThat(plan.transport()).isEqualTo(Transport.TCP);
    assertThat(plan.destination()).isEqualTo(new InetSocketAddress("127.0.0.1", 5060));
  }

  @Test
  public void whatTheLimitsDoNotAllowIsNot() throws IOException {
    TargetPlan lab = target("127.0.0.1:5060", "limits: { dial: [\"+1555*\"] }");
    assertThatThrownBy(() -> plan("+4930123456", lab, Transport.TCP))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("not covered by limits.dial");
  }

  @Test
  public void aTargetElsewhereNeedsLimits() {
    assertThatThrownBy(() -> new Targets(PROFILES).open("sip:192.0.2.10:5060"))
        .hasMessageContaining("numbers it may dial");
  }

  @Test
  public void aTransportThatWeDoNotListenOnIsTold() throws IOException {
    TargetPlan lab = target("127.0.0.1:5060", "");
    assertThatThrownBy(() -> plan("+15550100000", lab, Transport.UDP))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("give a --listen for one of these");
  }

  @Test
  public void aTargetThatIsNotThereYetIsNone() {
    assertThatThrownBy(
            () -> plan("+15550100000", new Targets(PROFILES).open("embedded"), Transport.UDP))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("a target that is there already");
  }
}
