package io.parley.target.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import io.parley.target.TargetUnavailableException;
import java.util.function.Consumer;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** The image of the Kamailio SBC, built from the files in the jar when it is not there yet. */
final class KamailioImage {
  private static final String BASE = "debian:bookworm-slim";

  private final DockerClient docker;

  KamailioImage(DockerClient docker) {
    this.docker = docker;
  }

  /**
   * The image's name, once the engine has it.
   *
   * @param progress told before something that takes long
   * @throws TargetUnavailableException when it cannot be built
   */
  String ready(Consumer<String> progress) {
    String name = KamailioFiles.imageName();
    if (has(name)) {
      return name;
    }
    progress.accept("building the image " + name + " (the first time, about a minute)");
    ImageFromDockerfile image =
        new ImageFromDockerfile(name, false)
            .withBuildImageCmdModifier(build -> build.withNetworkMode("host"));
    KamailioFiles.buildContext().forEach(image::withFileFromString);
    for (String proxy : new String[] {"http_proxy", "https_proxy", "no_proxy"}) {
      String value = System.getenv(proxy);
      if (value != null) {
        image.withBuildArg(proxy, value);
      }
    }
    try {
      return image.get();
    } catch (RuntimeException e) {
      throw new TargetUnavailableException(trouble(e));
    }
  }

  private String trouble(RuntimeException e) {
    return has(BASE)
        ? "docker:kamailio: its image cannot be built: "
            + KamailioContainer.rootMessage(e)
            + ". Does apt in a container reach its Debian archive? See docker/README.md"
        : "docker:kamailio: the engine has no image "
            + BASE
            + " and cannot fetch it. Make it with docker/base-image.sh, as root";
  }

  private boolean has(String image) {
    try {
      docker.inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }
}
