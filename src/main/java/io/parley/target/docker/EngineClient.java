package io.parley.target.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.utility.ResourceReaper;

/**
 * Testcontainers, told which engine to use.
 *
 * <p>Left alone it starts a clean-up container, and inside a container another one to learn the
 * host's address; a lab without a registry has neither image, and each attempt costs two minutes.
 * It can be kept from both by environment variables only, which a started process cannot set, so
 * the two choices are made for it here, by the fields that it keeps them in.
 */
final class EngineClient extends DockerClientProviderStrategy {
  private final DockerEngine engine;

  private EngineClient(DockerEngine engine) {
    this.engine = engine;
  }

  /** The client of that engine, which all containers of this process then use. */
  static synchronized DockerClient of(DockerEngine engine) {
    try {
      withoutRyuk();
      Field strategy = accessible(DockerClientFactory.class, "strategy");
      if (strategy.get(DockerClientFactory.instance()) == null) {
        strategy.set(DockerClientFactory.instance(), new EngineClient(engine));
      }
      return DockerClientFactory.lazyClient();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("another Testcontainers than the pinned one: " + e, e);
    }
  }

  private static void withoutRyuk() throws ReflectiveOperationException {
    if (Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
      return;
    }
    Field instance = accessible(ResourceReaper.class, "instance");
    if (instance.get(null) == null) {
      Constructor<?> hook =
          Class.forName("org.testcontainers.utility.JVMHookResourceReaper")
              .getDeclaredConstructor();
      hook.setAccessible(true);
      instance.set(null, hook.newInstance());
    }
  }

  private static Field accessible(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  @Override
  public String getDescription() {
    return "the engine at " + engine.host();
  }

  @Override
  public TransportConfig getTransportConfig() {
    return TransportConfig.builder().dockerHost(engine.host()).build();
  }

  /** Containers share the host's network, so they are on this machine's loopback. */
  @Override
  public synchronized String getDockerHostIpAddress() {
    return "127.0.0.1";
  }

  @Override
  public Info getInfo() {
    return getDockerClient().infoCmd().exec();
  }
}
