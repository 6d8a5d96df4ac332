package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/**
 * A target that answers at once, and a Parley that is stopped just then, as on a machine that has
 * other things to do: what it sees too late is not the target's fault.
 */
public class StoppedRunIT {
  /** Longer than T1 and than any wait of the scenarios below. */
  private static final int STOPPED_MILLIS = 900;

  private static final String CALL =
      """
      scenario: %s
      id: %1$s
      control: none
      actors: { caller: { offer: plain, transport: udp } }
      steps:
        - caller: { send: INVITE, to: "%s" }
      """;

  @Test
  public void whatParleySawTooLateIsNotHeldAgainstTheTarget() throws Exception {
    Path folder = Scratch.folder("stopped-");
    scenario(folder, "seen-late", 486, "  - caller: { receive: 486, within: 500ms }\n");
    scenario(folder, "never-seen-late", 486, "  - caller: { never: 486, for: 500ms }\n");
    scenario(folder, "wrong-anyway", 403, "  - caller: { receive: 486, within: 500ms }\n");
    try (DatagramSocket target = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      ParleyProcess parley = start(folder, "sip:127.0.0.1:" + target.getLocalPort());
      Thread peer = new Thread(() -> answer(target, parley), "stopping-peer");
      peer.start();
      ParleyProcess.Ended ended = parley.ended();
      target.close();
      peer.join();

      assertThat(ended.code()).as("%s", ended).isEqualTo(1);
      assertThat(ended.out()).contains("1 failed, 2 broken").contains("fewer cases at once");
      String record = Files.readString(folder.resolve("reports/run.json"));
      assertThat(record).contains("OWN_LATENESS", "late meanwhile, so nobody can tell");
      Results results = new Results(folder.resolve("reports"));
      assertThat(results.run().at("/cases/2/verdict").asText()).isEqualToIgnoringCase("failed");
    }
  }

  private static void scenario(Path folder, String id, int answer, String step) throws IOException {
    String number = "+1555010" + answer + "0";
    Files.writeString(folder.resolve(id + ".yaml"), CALL.formatted(id, number) + step);
  }

  private static ParleyProcess start(Path folder, String target) {
    return ParleyProcess.start(
        folder,
        "run",
        folder.toString(),
        "--target",
        target,
        "--workers",
        "1",
        "--no-html",
        "--no-check");
  }

  /** Stops Parley at the first copy of each INVITE, answers, and lets it go on. */
  private static void answer(DatagramSocket socket, ParleyProcess parley) {
    Set<String> seen = new HashSet<>();
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        socket.setSoTimeout(0);
        socket.receive(packet);
        String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        boolean invite = text.startsWith("INVITE");
        if (invite && seen.add(line(text, "Call-ID:"))) {
          parley.signal("STOP");
          awaitStopped(parley.pid());
          reply(socket, packet, text, text.contains("5550104030") ? 403 : 486);
          untilSilent(socket);
          parley.signal("CONT");
        } else if (!invite && !text.startsWith("ACK")) {
          reply(socket, packet, text, 200);
        }
      }
    } catch (IOException e) {
      return; // closed: the test is over
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A busy machine stops the threads of a process one after the other. */
  private static void awaitStopped(long pid) throws IOException {
    Instant end = Instant.now().plusSeconds(20);
    while (Instant.now().isBefore(end)) {
      try (Stream<Path> tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
        if (tasks.allMatch(StoppedRunIT::isStopped)) {
          return;
        }
      }
      LockSupport.parkNanos(1_000_000);
    }
    throw new IllegalStateException("the process did not stop");
  }

  private static boolean isStopped(Path task) {
    try {
      return Files.readString(task.resolve("status")).contains("State:\tT");
    } catch (IOException e) {
      return true; // it has ended
    }
  }

  /** Whoever is stopped says nothing. */
  private static void untilSilent(DatagramSocket socket) throws IOException {
    socket.setSoTimeout(STOPPED_MILLIS);
    try {
      while (true) {
        socket.receive(new DatagramPacket(new byte[65_535], 65_535));
      }
    } catch (SocketTimeoutException e) {
      return;
    }
  }

  private static void reply(DatagramSocket socket, DatagramPacket to, String request, int status)
      throws IOException {
    String text =
        "SIP/2.0 %d Answered\r\n".formatted(status)
            + List.of("Via:", "From:", "Call-ID:", "CSeq:").stream()
                .map(h -> line(request, h) + "\r\n")
                .collect(Collectors.joining())
            + line(request, "To:")
            + (line(request, "To:").contains("tag=") ? "" : ";tag=peer")
            + "\r\nContent-Length: 0\r\n\r\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    socket.send(new DatagramPacket(bytes, bytes.length, to.getSocketAddress()));
  }

  private static String line(String message, String header) {
    return message.lines().filter(l -> l.startsWith(header)).findFirst().orElse("");
  }
}
