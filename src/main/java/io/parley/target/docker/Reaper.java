package io.parley.target.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;

/** Sees to it that no container outlives the run that started it. */
final class Reaper {
  private static final String OWNER = "io.parley.owner";
  private static final String HOST = "io.parley.host";

  private Reaper() {}

  /** Labels of a container that this process owns. */
  static Map<String, String> labels() {
    return labels(ProcessHandle.current().pid());
  }

  static Map<String, String> labels(long owner) {
    return Map.of(OWNER, Long.toString(owner), HOST, host());
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

  /** Ids of the containers that this process started and has not stopped. */
  static List<String> owned(DockerClient docker) {
    return docker.listContainersCmd().withShowAll(true).withLabelFilter(labels()).exec().stream()
        .map(Container::getId)
        .toList();
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
