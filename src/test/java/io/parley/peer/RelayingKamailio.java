package io.parley.peer;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A Kamailio process that relays every call to one far end and stays in its path. */
final class RelayingKamailio implements AutoCloseable {
  private final Process process;
  private final InetSocketAddress address;

  private RelayingKamailio(Process process, InetSocketAddress address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it and waits until it answers OPTIONS. */
  static RelayingKamailio start(String farEnd) throws Exception {
    InetSocketAddress at = OwnPlace.next();
    RelayingKamailio out = new RelayingKamailio(process(at, farEnd), at);
    out.await();
    return out;
  }

  private static Process process(InetSocketAddress at, String farEnd) throws IOException {
    Path folder = Files.createTempDirectory("kamailio-relay");
    String text =
        Files.readString(Path.of("src/test/resources/kamailio/relay-to-far-end.cfg"))
            .replace("ADDRESS", place(at))
            .replace("FAREND", farEnd);
    Path config = Files.writeString(folder.resolve("relay.cfg"), text);
    String pid = folder.resolve("pid").toString();
    return new ProcessBuilder(
            ("kamailio -DD -E -f " + config + " -Y " + folder + " -P " + pid + " -m 32 -M 8")
                .split(" "))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private static String place(InetSocketAddress at) {
    return at.getAddress().getHostAddress() + ":" + at.getPort();
  }

  /** {@code host:port}. */
  String place() {
    return place(address);
  }

  private void await() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      socket.setSoTimeout(200);
      String own = "127.0.0.1:" + socket.getLocalPort();
      byte[] options =
          ("OPTIONS sip:"
                  + place()
                  + " SIP/2.0\r\nVia: SIP/2.0/UDP "
                  + own
                  + ";branch=z9hG4bK-up\r\nFrom: <sip:t@"
                  + own
                  + ">;tag=1\r\nTo: <sip:"
                  + place()
                  + ">\r\nCall-ID: up@"
                  + own
                  + "\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII);
      while (true) {
        socket.send(new DatagramPacket(options, options.length, address));
        try {
          socket.receive(new DatagramPacket(new byte[2000], 2000));
          return;
        } catch (SocketTimeoutException e) {
          if (!process.isAlive() || System.nanoTime() > end) {
            close();
            throw new AssertionError("Kamailio does not answer", e);
          }
        }
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
