package io.parley.peer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** A page in a {@link Browser}: what it shows, what it complained about, what it asked for. */
public final class BrowserPage {
  /** Asks again until it holds; the page's own clock, so that a loaded machine only waits. */
  private static final String AWAIT =
      """
      new Promise(hold => {
        const end = Date.now() + 20000;
        (function ask() {
          let value;
          try { value = (%s); } catch (notYet) { value = null; }
          if (value) hold(true);
          else if (Date.now() > end) hold(false);
          else setTimeout(ask, 20);
        })();
      })""";

  private final DevTools tools;
  private final String session;
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  BrowserPage(DevTools tools, String session) {
    this.tools = tools;
    this.session = session;
  }

  void start(URI place) {
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", Map.of());
    }
    JsonNode answer = send("Page.navigate", Map.of("url", place.toString()));
    if (answer.has("errorText")) {
      throw new AssertionError(place + ": " + answer.get("errorText"));
    }
    await("location.href != 'about:blank' && document.readyState == 'complete'");
  }

  void event(String method, JsonNode what) {
    switch (method) {
      case "Network.requestWillBeSent" -> requests.add(what.at("/request/url").asString());
      case "Network.webSocketCreated" -> requests.add(what.path("url").asString());
      case "Runtime.exceptionThrown" -> problems.add("exception " + what.path("exceptionDetails"));
      case "Runtime.consoleAPICalled" -> console(what);
      case "Log.entryAdded" -> entry(what.path("entry"));
      case "Page.javascriptDialogOpening" -> dialog(what);
      default -> {}
    }
  }

  private void console(JsonNode what) {
    String type = what.path("type").asString();
    if (List.of("error", "warning", "assert").contains(type)) {
      problems.add("console " + type + " " + what.path("args"));
    }
  }

  private void entry(JsonNode entry) {
    if (entry.path("level").asString().equals("error")) {
      problems.add("log " + entry.path("text").asString() + " " + entry.path("url").asString(""));
    }
  }

  private void dialog(JsonNode what) {
    problems.add("dialog " + what.path("message").asString());
    tools.post(session, "Page.handleJavaScriptDialog", Map.of("accept", false));
  }

  private JsonNode send(String method, Map<String, ?> parameters) {
    return tools.send(session, method, parameters);
  }

  /**
   * The value of an expression in the page; that of a promise is waited for.
   *
   * @throws AssertionError where it throws
   */
  public JsonNode eval(String expression) {
    JsonNode answer =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(
          expression + ": " + answer.at("/exceptionDetails/exception/description").asString());
    }
    return answer.at("/result/value");
  }

  /** Waits until an expression holds; one that throws does not hold yet. */
  public void await(String expression) {
    if (!eval(AWAIT.formatted(expression)).asBoolean()) {
      String shown = eval("document.body.innerText").asString();
      throw new AssertionError("does not come: " + expression + "\nThe page shows: " + shown);
    }
  }

  /** Waits for the first element that fits a CSS selector, and clicks it. */
  public void click(String selector) {
    String element = element(selector);
    await(element);
    eval(element + ".dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");
  }

  /** The text that the first element that fits a CSS selector shows. */
  public String text(String selector) {
    await(element(selector));
    return eval(element(selector) + ".innerText").asString();
  }

  private static String element(String selector) {
    return "document.querySelector(\"" + selector.replace("\"", "\\\"") + "\")";
  }

  /**
   * Lays the page out for that window and colour scheme.
   *
   * @param scheme {@code light} or {@code dark}
   */
  public void show(int width, int height, String scheme) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    send(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Writes what the window shows as a PNG picture. */
  public void screenshot(Path file) throws IOException {
    String data = send("Page.captureScreenshot", Map.of("format", "png")).path("data").asString();
    Files.write(file, Base64.getDecoder().decode(data));
  }

  /** What went wrong so far: console errors and warnings, exceptions, dialogs, in order. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Every place that was asked for so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** The places asked for that are not in the page's file nor beside it. */
  public List<String> remoteRequests() {
    return requests.stream().filter(r -> !r.matches("(?s)(file|data|blob|about):.*")).toList();
  }
}
