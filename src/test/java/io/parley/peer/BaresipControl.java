package io.parley.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** baresip's control port: commands there, answers and events back, as JSON in netstrings. */
final class BaresipControl implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;
  private static final JsonMapper JSON = new JsonMapper();

  private final Socket socket;
  private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();

  private BaresipControl(Socket socket) {
    this.socket = socket;
    Thread reader = new Thread(this::read, "baresip-events");
    reader.setDaemon(true);
    reader.start();
  }

  /** Connects as soon as the process listens, and waits until it answers. */
  static BaresipControl connect(InetSocketAddress at, Process process)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      Socket socket = new Socket();
      try {
        socket.connect(at);
        BaresipControl control = new BaresipControl(socket);
        control.tell("listcalls", "");
        return control;
      } catch (IOException e) {
        socket.close();
        if (!process.isAlive() || System.nanoTime() > end) {
          throw e;
        }
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }
  }

  /** Gives a command of its menu, and waits until it is done. */
  String tell(String command, String parameters) throws IOException, InterruptedException {
    Netstrings.write(
        socket.getOutputStream(),
        JSON.createObjectNode().put("command", command).put("params", parameters).toString());
    JsonNode answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (answer == null || !answer.path("ok").asBoolean(false)) {
      throw new AssertionError("baresip: " + command + " " + parameters + ": " + answer);
    }
    return answer.path("data").asString("");
  }

  /**
   * Waits for the next event of that type; those before it are passed over.
   *
   * @param type {@code CALL_INCOMING}, {@code CALL_ESTABLISHED}, {@code CALL_CLOSED}, …
   * @return what it says of it
   */
  String await(String type) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      JsonNode event = events.poll(left, TimeUnit.NANOSECONDS);
      if (event != null && event.path("type").asString("").equals(type)) {
        return event.path("param").asString("");
      }
    }
    throw new AssertionError("baresip: no event " + type);
  }

  private void read() {
    try {
      while (true) {
        JsonNode node = JSON.readTree(Netstrings.read(socket.getInputStream()));
        (node.path("response").asBoolean(false) ? answers : events).add(node);
      }
    } catch (IOException e) {
      // Closed: whoever still waits is told by its deadline.
      answers.add(JSON.createObjectNode().put("ok", false).put("data", "connection closed"));
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
