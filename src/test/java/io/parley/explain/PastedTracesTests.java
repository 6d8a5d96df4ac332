package io.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.capture.CaptureFile;
import io.parley.capture.CapturedMessage.Path;
import io.parley.profile.Profiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * The same refused call as the logs of SBCs, proxies, PBXs and tools write it, and as it looks
 * after mail programs, browsers and terminals: under {@code src/test/resources/traces}.
 */
public class PastedTracesTests {
  private static final java.nio.file.Path FOLDER =
      java.nio.file.Path.of("src", "test", "resources", "traces");
  private static final String SBC = "192.0.2.10:5060";
  private static final String TRUNK = "203.0.113.20:5060";
  private static final Path BOTH = new Path("", SBC, TRUNK);
  private static final Path UDP = new Path("udp", SBC, TRUNK);
  private static final Path RECEIVER = new Path("", "", TRUNK);
  private static final Path UDP_RECEIVER = new Path("udp", "", TRUNK);

  /** Between whom the INVITE went, where the log says so. */
  private static final Map<String, Path> PATHS =
      Map.ofEntries(
          Map.entry("ansi-colours.txt", BOTH),
          Map.entry("asterisk-chan-sip.txt", RECEIVER),
          Map.entry("avaya-ipoffice-monitor.txt", UDP),
          Map.entry("avaya-tracesm.txt", UDP),
          Map.entry("baresip-siptrace.txt", UDP),
          Map.entry("cisco-cucm-sdl.txt", new Path("udp", "", "203.0.113.20")),
          Map.entry("grandstream-syslog.txt", RECEIVER),
          Map.entry("homer-export.txt", UDP),
          Map.entry("linphone.log", UDP_RECEIVER),
          Map.entry("pjsua.log", UDP_RECEIVER),
          Map.entry("poly-vvx.log", RECEIVER),
          Map.entry("sipp-messages.log", new Path("udp", "", "")),
          Map.entry("snom-trace.txt", UDP_RECEIVER),
          Map.entry("tcpdump-ascii.txt", BOTH),
          Map.entry("yealink-syslog.txt", RECEIVER),
          Map.entry("asterisk-full.log", UDP_RECEIVER),
          Map.entry("asterisk-pjsip.txt", UDP_RECEIVER),
          Map.entry("audiocodes-rsyslog.txt", UDP_RECEIVER),
          Map.entry("audiocodes-syslog.txt", UDP_RECEIVER),
          Map.entry("freeswitch-siptrace.log", UDP_RECEIVER),
          Map.entry("freeswitch-uuid.log", UDP_RECEIVER),
          Map.entry("interleaved.txt", BOTH),
          Map.entry("json-lines.log", BOTH),
          Map.entry("kamailio-rsyslog.txt", UDP),
          Map.entry("kamailio-sipdump.txt", UDP),
          Map.entry("kamailio-xlog.txt", UDP),
          Map.entry("ngrep-byline.txt", BOTH),
          Map.entry("opensips.log", UDP),
          Map.entry("oracle-sipmsg.log", BOTH),
          Map.entry("ribbon-dbg.log", RECEIVER),
          Map.entry("sngrep.txt", BOTH),
          Map.entry("utf16-no-bom.txt", RECEIVER),
          Map.entry("windows-utf16-be.txt", RECEIVER),
          Map.entry("windows-utf16.txt", RECEIVER),
          Map.entry("windows-utf8-bom.txt", RECEIVER),
          Map.entry("windows.txt", RECEIVER),
          Map.entry("wireshark-packet-details.txt", UDP));

  private final Explainer explainer =
      new Explainer(List.of(Profiles.shipped().get("teams-direct-routing").orElseThrow()), true);

  @DataProvider
  public Object[][] traces() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.list(FOLDER)) {
      return files
          .filter(f -> !f.endsWith("offer.sdp"))
          .sorted()
          .map(f -> new Object[] {f.getFileName().toString()})
          .toArray(Object[][]::new);
    }
  }

  @Test(dataProvider = "traces")
  public void theCallItsRuleAndItsLineAreFound(String name) throws IOException {
    Explanation e = explainer.explain(CaptureFile.read(FOLDER.resolve(name)));
    assertThat(e.calls()).hasSize(1);
    ExplainedCall call = e.calls().get(0);
    assertThat(call.invitation().status()).isEqualTo(488);
    assertThat(call.broken().get(0).name()).isEqualTo("srtp-missing");
    assertThat(call.broken().get(0).leading().sdpLine()).hasValue(6);
    assertThat(call.invitation().invite().body())
        .asString(StandardCharsets.ISO_8859_1)
        .isEqualTo(Files.readString(FOLDER.resolve("offer.sdp")).replace("\n", "\r\n"));
    assertThat(call.invitation().invite().first("From"))
        .contains(
            "\"Desk 12\" <sip:+15550190001@sbc.example.com>;tag=t1"
                .replace(";tag", name.equals("wrapped.txt") ? "; tag" : ";tag"));
    assertThat(call.invitation().request().path())
        .isEqualTo(PATHS.getOrDefault(name, Path.UNKNOWN));
  }

  @Test
  public void everyPathIsOfATrace() {
    assertThat(PATHS.keySet()).allMatch(name -> Files.exists(FOLDER.resolve(name)));
  }
}
