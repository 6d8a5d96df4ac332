package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.KeepAlive;
import io.parley.profile.Profiles;
import io.parley.report.Secrets;
import io.parley.serve.ServeEvent;
import io.parley.serve.Silence;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.Test;

/** What is printed of an SBC whose OPTIONS stop and come again. */
public class OptionsTextTests {
  private static final Instant SINCE = Instant.parse("2026-01-01T12:00:00Z");

  private final KeepAlive limit =
      Profiles.shipped().get("teams-direct-routing").orElseThrow().keepAlive().orElseThrow();
  private final Flow flow =
      new Flow(
          Transport.TLS,
          new InetSocketAddress("127.0.0.1", 5061),
          new InetSocketAddress("192.0.2.1", 40000));

  private List<String> lines(ServeEvent event) {
    return new ServedText(new Palette(false), Secrets.MASKED).lines(event);
  }

  private ServeEvent silent(String sbc, Optional<Instant> last, int calls) {
    Silence silence =
        new Silence(sbc, flow, SINCE.plusSeconds(310), last, SINCE, calls, Optional.empty(), limit);
    return new ServeEvent.Silent(silence, null);
  }

  @Test
  public void whoSinceWhenWhatFollowsAndWhatToChange() {
    List<String> lines = lines(silent("sbc1.example.com", Optional.of(SINCE), 3));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .matches(
            "\\d\\d:\\d\\d:\\d\\d  OPTIONS  tls 192.0.2.1:40000  sbc1.example.com  "
                + "none for 5 min 10 s, since \\d\\d:00:00");
    assertThat(lines.get(1))
        .startsWith("          then    after 5 min without OPTIONS this far end takes the SBC for")
        .contains("[documented: Microsoft Teams: Direct Routing, what's new");
    assertThat(lines.get(2)).startsWith("          change  ").endsWith("(SBC admin, network)");
  }

  @Test
  public void whoNeverSentAny() {
    assertThat(lines(silent("192.0.2.1", Optional.empty(), 2)).get(0))
        .contains("192.0.2.1  none ever, though 2 calls came, since");
  }

  @Test
  public void anSbcCannotSteerTheTerminalByItsName() {
    assertThat(lines(silent("\u001b[2J.example", Optional.of(SINCE), 0)).get(0))
        .contains("\\x1b[2J")
        .doesNotContain("\u001b");
  }

  @Test
  public void whoComesBack() {
    ServeEvent heard =
        new ServeEvent.Heard("sbc1.example.com", flow, SINCE.plusSeconds(720), SINCE);
    assertThat(lines(heard).get(0)).endsWith("sbc1.example.com  here again, after 12 min");
  }
}
