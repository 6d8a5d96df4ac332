package io.parley.target.docker;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SIPp as a user agent that is not ours. */
final class Sipp {
  private final Path folder;

  /** Scenarios and logs go to that folder. */
  Sipp(Path folder) {
    this.folder = folder;
  }

  /** Starts the far end, which answers until it is destroyed. */
  Process farEnd(InetSocketAddress at) throws IOException {
    Path scenario = folder.resolve("far-end.xml");
    try (var in = Sipp.class.getResourceAsStream("/sipp/far-end.xml")) {
      Files.write(scenario, in.readAllBytes());
    }
    return start(
        "far-end", scenario, at.getAddress(), List.of("-p", Integer.toString(at.getPort())));
  }

  /**
   * Plays one call from a loopback address of a caller.
   *
   * @param name names the files
   * @param scenario what to play
   * @param transport {@code u1} for UDP, {@code t1} for TCP
   * @return what SIPp found wrong; empty when the call went as the scenario says
   */
  Optional<String> call(
      String name, String scenario, InetSocketAddress target, String callId, String transport)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve(name + ".xml"), scenario);
    List<String> more = new ArrayList<>();
    more.add(target.getAddress().getHostAddress() + ":" + target.getPort());
    more.addAll(List.of("-m", "1", "-t", transport, "-cid_str", callId));
    more.addAll(List.of("-recv_timeout", "8000", "-timeout", "20", "-timeout_error"));
    Process sipp = start(name, file, LoopbackPlan.CALLERS, more);
    if (!sipp.waitFor(30, SECONDS)) {
      sipp.destroyForcibly();
      return Optional.of("SIPp did not end");
    }
    return sipp.exitValue() == 0 ? Optional.empty() : Optional.of(trouble(name, sipp.exitValue()));
  }

  private String trouble(String name, int exit) throws IOException {
    Path errors = folder.resolve(name + ".err");
    return "SIPp exit code " + exit + "\n" + (Files.exists(errors) ? Files.readString(errors) : "");
  }

  /**
   * Without a port SIPp lets the system choose one. A port that this process had tried out could be
   * held a moment longer by another child that is being forked.
   */
  private Process start(String name, Path scenario, InetAddress address, List<String> more)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("sipp", "-sf", scenario.toString()));
    command.addAll(List.of("-i", address.getHostAddress()));
    command.addAll(List.of("-bind_local", "-nostdin", "-trace_err", "-error_file"));
    command.add(folder.resolve(name + ".err").toString());
    command.addAll(more);
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
