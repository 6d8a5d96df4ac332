package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.peer.SickPeer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testng.annotations.Test;

/** {@code serve} when what it prints to goes away. */
public class ServeEndIT {
  private static final Pattern PLACE = Pattern.compile("serving \\S+ on udp:127.0.0.1:(\\d+)");
  private static final String REFUSED = "SIP/2.0 403";

  private static String command(Path out) {
    return "exec %s -XX:TieredStopAtLevel=1 -jar %s serve --as teams-direct-routing --listen udp:127.0.0.1:0 --no-html --out %s"
        .formatted(ParleyProcess.java(), ParleyProcess.jar(), out);
  }

  private static SickPeer peer(ParleyProcess serve) throws IOException {
    serve.awaitOutput("serving ");
    serve.await("it says where", () -> PLACE.matcher(serve.output()).find());
    Matcher place = PLACE.matcher(serve.output());
    assertThat(place.find()).isTrue();
    return SickPeer.of(new InetSocketAddress("127.0.0.1", Integer.parseInt(place.group(1))));
  }

  private static void refused(SickPeer peer, String id, String contact) throws IOException {
    String options = peer.options(id);
    peer.persist(
        options.replaceFirst("Contact: [^\r]*", "Contact: <sip:" + contact + ">"), REFUSED);
  }

  /** The Java among its descendants. */
  private static ProcessHandle java(ParleyProcess serve) {
    return ProcessHandle.of(serve.pid())
        .orElseThrow()
        .descendants()
        .filter(p -> p.info().command().orElse("").endsWith("java"))
        .findFirst()
        .orElseThrow();
  }

  private static void assertEnded(ProcessHandle java, Path out, String last) throws Exception {
    java.onExit().get(60, TimeUnit.SECONDS);
    assertThat(Files.readString(out.resolve("junit.xml")))
        .contains("options-00001", last)
        .endsWith("</testsuites>\n");
    assertThat(out.resolve("run.json")).isNotEmptyFile();
  }

  /** The terminal is closed: the kernel sends SIGHUP, and nobody reads any more. */
  @Test
  public void aClosedTerminalEndsItWithItsReports() throws Exception {
    Path folder = Scratch.folder("hup-");
    Path out = folder.resolve("reports");
    ParleyProcess terminal =
        ParleyProcess.startCommand(
            folder, Map.of(), List.of("script", "-qefc", command(out), "/dev/null"));
    try (SickPeer peer = peer(terminal)) {
      refused(peer, "a", "192.0.2.1");
      terminal.awaitOutput("contact-is-address");
      ProcessHandle java = java(terminal);
      terminal.signal("KILL");
      assertEnded(java, out, "options-00001");
    }
  }

  /** As in {@code parley serve | head -n 1}: what it has to say goes nowhere, and it serves on. */
  @Test
  public void aBrokenPipeIsNoReasonToStop() throws Exception {
    Path folder = Scratch.folder("pipe-");
    Path out = folder.resolve("reports");
    String pipe = "sh -c '" + command(out) + "' | head -n 1";
    ParleyProcess shell = ParleyProcess.startCommand(folder, Map.of(), List.of("sh", "-c", pipe));
    try (SickPeer peer = peer(shell)) {
      ProcessHandle java = java(shell);
      refused(peer, "a", "192.0.2.1");
      refused(peer, "b", "192.0.2.1:5061");
      peer.persist(peer.options("c").replaceFirst("Contact: [^\r]*\r\n", ""), REFUSED);
      peer.persist(peer.options("d"), "SIP/2.0 200");
      assertThat(java.destroy()).isTrue();
      assertEnded(java, out, "options-00002");
      assertThat(shell.ended().err()).doesNotContain("Exception", "\tat ");
    }
  }
}
