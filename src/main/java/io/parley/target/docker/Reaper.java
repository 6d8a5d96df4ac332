package io.parley.target.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.testcontainers.utility.ResourceReaper;

/** Sees to it that no container outlives the run that started it. */
final class Reaper {
  private static final String OWNER = "io.parley.owner";
  private static final String HOST = "io.parley.host";

  private Reaper() {}

  /**
   * Keeps Testcontainers from starting its own clean-up container, whose image a lab without a
   * registry does not have. It takes that wish from an environment variable alone, which a started
   * process cannot set, so its choice is made for it here.
   */
  static void replaceRyuk() {
    if (Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
      return;
    }
    try {
      Constructor<?> hook =
          Class.forName("org.testcontainers.utility.JVMHookResourceReaper")
              .getDeclaredConstructor();
      hook.setAccessible(true);
      Field instance = ResourceReaper.class.getDeclaredField("instance");
      instance.setAccessible(true);
      if (instance.get(null) == null) {
        instance.set(null, hook.newInstance());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("another Testcontainers than the pinned one: " + e, e);
    }
  }

  /** Labels of a container that this process owns. */
  static Map<String, String> labels() {
    return Map.of(OWNER, Long.toString(ProcessHandle.current().pid()), HOST, host());
  }

  /** Removes containers of earlier runs on this host whose process has ended. */
  static void sweep(DockerClient docker) {
    List<Container> ours =
        docker.listContainersCmd().withShowAll(true).withLabelFilter(Map.of(HOST, host())).exec();
    for (Container container : ours) {
      String owner = container.getLabels().getOrDefault(OWNER, "");
      if (owner.matches("\\d+") && ProcessHandle.of(Long.parseLong(owner)).isEmpty()) {
        remove(docker, container.getId());
      }
    }
  }

  private static void remove(DockerClient docker, String id) {
    try {
      docker.removeContainerCmd(id).withForce(true).exec();
    } catch (NotFoundException gone) {
      // Another run swept it at the same time.
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
