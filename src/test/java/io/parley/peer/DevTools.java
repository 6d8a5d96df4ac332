package io.parley.peer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A connection to a browser's DevTools protocol: commands with their answers, and events.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
final class DevTools implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_S = 30;

  private final WebSocket socket;
  private final Consumer<JsonNode> events;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();

  private DevTools(URI endpoint, Consumer<JsonNode> events) {
    this.events = events;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(endpoint, new Ear()).join();
  }

  /**
   * Connects.
   *
   * @param endpoint what the browser names when it starts, {@code ws://127.0.0.1:…}
   * @param events hears every event, on the connection's thread
   */
  static DevTools connect(URI endpoint, Consumer<JsonNode> events) {
    return new DevTools(endpoint, events);
  }

  /**
   * Gives a command and waits for its answer.
   *
   * @param session the page it is for; empty for the browser itself
   * @throws AssertionError where the browser refuses it or does not answer in 30 s
   */
  JsonNode send(String session, String method, Map<String, ?> parameters) {
    int number = numbers.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    open.put(number, answer);
    tell(session, number, method, parameters);
    try {
      JsonNode message = answer.get(PATIENCE_S, TimeUnit.SECONDS);
      if (message.has("error")) {
        throw new AssertionError(method + ": " + message.get("error"));
      }
      return message.path("result");
    } catch (TimeoutException | ExecutionException | InterruptedException e) {
      throw new AssertionError(method + ": the browser does not answer", e);
    }
  }

  private synchronized void tell(String session, int id, String method, Map<String, ?> parameters) {
    var command = new java.util.HashMap<String, Object>();
    command.put("id", id);
    command.put("method", method);
    command.put("params", parameters);
    if (!session.isEmpty()) {
      command.put("sessionId", session);
    }
    socket.sendText(JSON.writeValueAsString(command), true).join();
  }

  /** Gives a command without waiting, as an answer to an event must be given. */
  void post(String session, String method, Map<String, ?> parameters) {
    CompletableFuture.runAsync(() -> tell(session, numbers.incrementAndGet(), method, parameters));
  }

  @Override
  public void close() {
    socket.abort();
  }

  /** Puts the pieces of a message together and hands it on. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder pieces = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      pieces.append(text);
      if (last) {
        JsonNode message = JSON.readTree(pieces.toString());
        pieces.setLength(0);
        CompletableFuture<JsonNode> asked =
            message.has("id") ? open.remove(message.get("id").asInt()) : null;
        if (asked != null) {
          asked.complete(message);
        } else if (message.has("method")) {
          events.accept(message);
        }
      }
      from.request(1);
      return null;
    }
  }
}
