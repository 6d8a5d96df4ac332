package io.parley.dns;

import io.parley.peer.Installed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A zone of names below {@code lab.example}, served by dnsmasq on a loopback port of its own. */
public final class TestZone implements AutoCloseable {
  private final Process process;
  private final InetSocketAddress address;

  private TestZone(Process process, InetSocketAddress address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts a server that knows these records and nothing else.
   *
   * @param records options of dnsmasq, such as {@code srv-host=_sip._udp.lab.example,…}
   */
  public static TestZone of(String... records) {
    Installed.require("dnsmasq", "dnsmasq-base");
    try {
      int port = freePort();
      List<String> command =
          new ArrayList<>(
              List.of(
                  "dnsmasq",
                  "--keep-in-foreground",
                  "--log-facility=-",
                  "--conf-file=/dev/null",
                  "--pid-file=",
                  "--user=" + System.getProperty("user.name"),
                  "--no-resolv",
                  "--no-hosts",
                  "--bind-interfaces",
                  "--listen-address=127.0.0.1",
                  "--local=/example/",
                  "--port=" + port));
      for (String record : records) {
        command.add("--" + record);
      }
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      awaitStart(process);
      return new TestZone(process, new InetSocketAddress("127.0.0.1", port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It says that it started once its port is bound; from then on its output is of no interest. */
  private static void awaitStart(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains("started")) {
        return;
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("dnsmasq does not start: " + said);
  }

  private static int freePort() throws SocketException {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      return socket.getLocalPort();
    }
  }

  /** Where it answers. */
  public InetSocketAddress address() {
    return address;
  }

  /** As a target file names it. */
  public String resolver() {
    return "127.0.0.1:" + address.getPort();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
