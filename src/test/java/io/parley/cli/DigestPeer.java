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

/** A SIPp that asks callers for alice's digest and verifies it itself. */
final class DigestPeer {
  static final String HOST = "127.0.3.9";

  private DigestPeer() {}

  /** Starts SIPp for so many calls, other requests included, and waits until it has its port. */
  static Process sipp(Path folder, int port, int calls) throws Exception {
    Path scenario = folder.resolve("asks-for-digest.xml");
    try (var in = DigestPeer.class.getResourceAsStream("/sipp/asks-for-digest.xml")) {
      Files.write(scenario, in.readAllBytes());
    }
    Process sipp =
        new ProcessBuilder(
                ("sipp -sf asks-for-digest.xml -nostdin -bind_local -timeout 60 -m "
                        + calls
                        + " -i "
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

  static int freePort() throws IOException {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getByName(HOST), 0))) {
      return socket.getLocalPort();
    }
  }
}
