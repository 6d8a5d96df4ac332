package io.parley.target.docker;

import io.parley.wire.Flow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** The Kamailio container with something changed in its configuration, as in a change window. */
public final class SeededKamailio implements AutoCloseable {

  /**
   * A change of one place.
   *
   * @param file of {@code docker/kamailio}
   * @param was text that is in it once
   * @param is what stands there instead
   */
  public record Edit(String file, String was, String is) {}

  private final GenericContainer<?> container;
  private final int port;

  private SeededKamailio(GenericContainer<?> container, int port) {
    this.container = container;
    this.port = port;
  }

  /** Starts one with these changes, none for the one as shipped. */
  public static SeededKamailio start(InetSocketAddress farEnd, List<Edit> edits)
      throws IOException {
    Map<String, String> files = edited(edits);
    Set<InetAddress> all = new HashSet<>(LoopbackPlan.PROFILES.values());
    int port = FreePort.on(all);
    int control = FreePort.on(List.of(LoopbackPlan.MEDIA));
    String image = new KamailioImage(EngineClient.of(DockerEngine.find())).ready(text -> {});
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withNetworkMode("host")
            .withLabels(Reaper.labels())
            .withEnv("PARLEY_SIP_PORT", Integer.toString(port))
            .withEnv("PARLEY_FAR_END", Flow.text(farEnd))
            .withEnv("PARLEY_CONTROL", LoopbackPlan.MEDIA.getHostAddress() + ":" + control)
            .waitingFor(
                new OptionsWait(
                    LoopbackPlan.CALLERS,
                    new InetSocketAddress(LoopbackPlan.PROFILES.get("sipconnect"), port)));
    files.forEach(
        (name, text) ->
            container.withCopyToContainer(Transferable.of(text), "/etc/parley/" + name));
    container.start();
    return new SeededKamailio(container, port);
  }

  private static Map<String, String> edited(List<Edit> edits) {
    Map<String, String> out = new LinkedHashMap<>();
    for (Edit e : edits) {
      String text = out.getOrDefault(e.file(), KamailioFiles.buildContext().get(e.file()));
      int at = text.indexOf(e.was());
      if (at < 0 || text.indexOf(e.was(), at + 1) >= 0) {
        throw new IllegalStateException(e.file() + " has not once: " + e.was());
      }
      out.put(e.file(), text.replace(e.was(), e.is()));
    }
    return Collections.unmodifiableMap(out);
  }

  /** Where it takes calls of the profile that takes most. */
  public String address() {
    return LoopbackPlan.PROFILES.get("sipconnect").getHostAddress() + ":" + port;
  }

  /** Where it relays media. */
  public static String media() {
    return LoopbackPlan.MEDIA.getHostAddress();
  }

  /** From where it is called. */
  public static String caller() {
    return LoopbackPlan.CALLERS.getHostAddress();
  }

  /** What it has written. */
  public String log() {
    return container.getLogs();
  }

  @Override
  public void close() {
    container.stop();
  }
}
