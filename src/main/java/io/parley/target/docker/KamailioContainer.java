package io.parley.target.docker;

import com.github.dockerjava.api.DockerClient;
import io.parley.target.OwnAddress;
import io.parley.target.TargetUnavailableException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** The running container: started on free ports, stopped when closed or when the process ends. */
final class KamailioContainer implements AutoCloseable {
  private final GenericContainer<?> container;
  private final int sipPort;
  private final Thread stopAtExit = new Thread(this::stop, "stop-kamailio");

  private KamailioContainer(String image, Surroundings around, int sipPort, int controlPort) {
    this.sipPort = sipPort;
    this.container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withNetworkMode("host")
            .withLabels(Reaper.labels())
            .withEnv("PARLEY_SIP_PORT", Integer.toString(sipPort))
            .withEnv(around.environment())
            .withEnv("PARLEY_UNLISTED", OwnAddress.UNLISTED.getHostAddress())
            .withEnv("PARLEY_MEDIA", LoopbackPlan.MEDIA.getHostAddress())
            .withEnv("PARLEY_CONTROL", LoopbackPlan.MEDIA.getHostAddress() + ":" + controlPort)
            .waitingFor(
                new OptionsWait(
                    LoopbackPlan.CALLERS,
                    new InetSocketAddress(LoopbackPlan.PROFILES.get("sipconnect"), sipPort)));
    LoopbackPlan.PROFILES.forEach(
        (profile, address) ->
            container.withEnv(LoopbackPlan.variable(profile), address.getHostAddress()));
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param around where it relays calls to
   * @param progress told before something that takes long
   * @throws TargetUnavailableException when it has no image or does not start
   */
  static KamailioContainer start(
      DockerClient docker, Surroundings around, Consumer<String> progress) {
    Reaper.sweep(docker);
    KamailioContainer out = onFreePorts(new KamailioImage(docker).ready(progress), around);
    Runtime.getRuntime().addShutdownHook(out.stopAtExit);
    try {
      out.container.start();
      return out;
    } catch (RuntimeException e) {
      out.close();
      throw new TargetUnavailableException(
          KamailioTarget.NAME + ": the container does not start: " + rootMessage(e));
    }
  }

  private static KamailioContainer onFreePorts(String image, Surroundings around) {
    try {
      return new KamailioContainer(
          image,
          around,
          FreePort.on(LoopbackPlan.PROFILES.values()),
          FreePort.on(List.of(LoopbackPlan.MEDIA)));
    } catch (IOException e) {
      throw new TargetUnavailableException(KamailioTarget.NAME + ": " + e.getMessage());
    }
  }

  /** The SIP port, the same on the address of each profile. */
  int sipPort() {
    return sipPort;
  }

  /** What both programs have written so far. */
  String log() {
    return container.getLogs();
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(stopAtExit);
    } catch (IllegalStateException exiting) {
      // The hook is running already and has nothing left to do.
    }
  }

  private synchronized void stop() {
    container.stop();
  }

  /** The first cause's message in one line. */
  static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
