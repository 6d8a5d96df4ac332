package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.Test;

/** SIPp asks for a digest and verifies it itself; Parley is run as a user runs it. */
public class DigestIT {
  private static final String HOST = "127.0.3.9";

  @Test
  public void theRightPasswordIsAccepted() throws Exception {
    ParleyProcess.Ended ended = run("wonderland", "{ status: 200 }");
    assertThat(ended.code()).as("%s", ended).isZero();
    assertThat(ended.out()).contains("1 passed");
  }

  @Test
  public void theWrongPasswordIsNot() throws Exception {
    ParleyProcess.Ended ended = run("looking-glass", "{ status: 200 }");
    assertThat(ended.code()).as("%s", ended).isEqualTo(1);
    assertThat(ended.out()).contains("403 Forbidden").doesNotContain("looking-glass");
  }

  private static ParleyProcess.Ended run(String password, String expect) throws Exception {
    Path folder = Files.createTempDirectory("parley-digest-");
    int port = freePort();
    Files.writeString(folder.resolve("secret"), password + "\n");
    Files.writeString(
        folder.resolve("target.yaml"),
        """
        target: SIPp
        address: %s:%d
        numbers: { caller: "+15550190000", callee: "+15550100000" }
        credentials: { user: alice, password-file: secret }
        far-end: { played-by: real }
        timers: { final: 8s }
        """
            .formatted(HOST, port));
    Files.writeString(
        folder.resolve("call.yaml"),
        """
        scenario: A challenged call
        id: challenged
        offer: plain
        control: none
        expect: %s
        """
            .formatted(expect));
    Process sipp = sipp(folder, port);
    try {
      return ParleyProcess.start(
              folder, "run", "call.yaml", "--target", "target.yaml", "--no-html", "--no-check")
          .ended();
    } finally {
      sipp.destroy();
    }
  }

  /** Starts SIPp and waits until it has its port. */
  private static Process sipp(Path folder, int port) throws Exception {
    Path scenario = folder.resolve("asks-for-digest.xml");
    try (var in = DigestIT.class.getResourceAsStream("/sipp/asks-for-digest.xml")) {
      Files.write(scenario, in.readAllBytes());
    }
    Process sipp =
        new ProcessBuilder(
                ("sipp -sf asks-for-digest.xml -nostdin -bind_local -m 1 -timeout 60 -i "
                        + HOST
                        + " -p "
                        + port)
                    .split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sipp.out").toFile())
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!isBound(port)) {
      assertThat(sipp.waitFor(20, TimeUnit.MILLISECONDS)).as("SIPp ended").isFalse();
      assertThat(System.nanoTime()).as("SIPp has its port in time").isLessThan(end);
    }
    return sipp;
  }

  /** Linux lists a bound UDP port in hexadecimal. */
  private static boolean isBound(int port) throws IOException {
    String hex = String.format(Locale.ROOT, ":%04X ", port);
    return Files.readString(Path.of("/proc/net/udp")).contains(hex);
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getByName(HOST), 0))) {
      return socket.getLocalPort();
    }
  }
}
