package io.parley.target.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.testng.annotations.Test;

public class DockerEngineTests {

  @Test
  public void anEngineThatAnswersIsFound() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/_ping", exchange -> exchange.sendResponseHeaders(200, -1));
    server.start();
    String host = "tcp://127.0.0.1:" + server.getAddress().getPort();
    assertThat(DockerEngine.find(Map.of("DOCKER_HOST", host)).host()).hasToString(host);
    server.stop(0);
  }

  @Test
  public void aMissingSocketIsToldWithWhatToDo() {
    assertThatThrownBy(() -> DockerEngine.find(Map.of("DOCKER_HOST", "unix:///nowhere.sock")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no Docker engine answers at unix:///nowhere.sock (")
        .hasMessageContaining("Start one")
        .hasMessageNotContaining("\n");
  }

  @Test
  public void anAddressOfAnotherKindIsToldAsSuch() {
    assertThatThrownBy(() -> DockerEngine.find(Map.of("DOCKER_HOST", "ssh://lab.example.com")))
        .hasMessageContaining("expected unix:///path or tcp://host:port");
  }

  @Test
  public void anEngineThatIsSilentIsGivenUpWithinThreeSeconds() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String host = "tcp://127.0.0.1:" + silent.getLocalPort();
      long start = System.nanoTime();
      assertThatThrownBy(() -> DockerEngine.find(Map.of("DOCKER_HOST", host)))
          .hasMessageContaining("no answer within 2 s");
      assertThat(System.nanoTime() - start).isBetween(1_900_000_000L, 3_000_000_000L);
    }
  }

  @Test
  public void somethingElseThatAnswersIsNoEngine() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread greeter =
          new Thread(
              () -> {
                try (var socket = other.accept()) {
                  socket.getOutputStream().write("220 mail\r\n".getBytes());
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      greeter.start();
      String host = "tcp://127.0.0.1:" + other.getLocalPort();
      assertThatThrownBy(() -> DockerEngine.find(Map.of("DOCKER_HOST", host)))
          .hasMessageContaining("something other than HTTP answers there");
      greeter.join();
    }
  }
}
