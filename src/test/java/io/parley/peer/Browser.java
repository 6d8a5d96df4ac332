package io.parley.peer;

import io.parley.Scratch;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A headless Chromium with an empty profile that resolves no name, driven over its DevTools
 * protocol. One may serve a whole test class, each test with a page of its own:
 *
 * <pre>{@code
 * Browser.require();                                  // skips, or fails with CI=true
 * try (Browser browser = Browser.start()) {
 *   BrowserPage page = browser.open(report.toUri());
 *   page.click("a[href='#suites']");
 *   page.await("document.querySelector('.tree')");
 *   assertThat(page.problems()).isEmpty();            // console errors, exceptions, dialogs
 *   assertThat(page.remoteRequests()).isEmpty();
 * }
 * }</pre>
 */
public final class Browser implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

  private final Process process;
  private final Path profile;
  private final Map<String, BrowserPage> pages = new ConcurrentHashMap<>();
  private final DevTools tools;

  private Browser(Process process, Path profile) throws IOException {
    this.process = process;
    this.profile = profile;
    this.tools = DevTools.connect(endpoint(), this::event);
  }

  /** Skips or fails the test where Chromium is not installed. */
  public static void require() {
    Installed.require("chromium", "chromium");
  }

  /** Starts one and connects to it. */
  public static Browser start() throws IOException {
    Path profile = Scratch.folder("chromium-");
    List<String> command =
        List.of(
            "chromium",
            "--headless",
            // Tests run as root in containers, where its sandbox cannot be set up.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--hide-scrollbars",
            "--window-size=1280,900",
            // Whatever a page asks for by name, nobody is asked for the name.
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=" + profile,
            "--remote-debugging-port=0",
            "about:blank");
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    return new Browser(process, profile);
  }

  /** Reads what it says until it names the place; the rest is read and thrown away. */
  private URI endpoint() throws IOException {
    BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
    StringBuilder words = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher m = LISTENING.matcher(line);
      if (m.find()) {
        Thread rest = new Thread(() -> said.lines().forEach(l -> {}), "chromium-says");
        rest.setDaemon(true);
        rest.start();
        return URI.create(m.group(1));
      }
      words.append(line).append('\n');
    }
    throw new AssertionError("Chromium does not start: " + words);
  }

  private void event(JsonNode event) {
    BrowserPage page = pages.get(event.path("sessionId").asString(""));
    if (page != null) {
      page.event(event.path("method").asString(), event.path("params"));
    }
  }

  /** Opens that place in a page of its own and waits until it is loaded. */
  public BrowserPage open(URI place) {
    String target =
        tools
            .send("", "Target.createTarget", Map.of("url", "about:blank"))
            .path("targetId")
            .asString();
    String session =
        tools
            .send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asString();
    BrowserPage page = new BrowserPage(tools, session);
    pages.put(session, page);
    page.start(place);
    return page;
  }

  @Override
  public void close() {
    leave();
    tools.close();
    // Its helpers are our descendants, and would keep files in the profile open.
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    try {
      process.waitFor(10, TimeUnit.SECONDS);
      deleteProfile();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException left) {
      // What a dying helper still wrote stays in the folder for temporary files.
    }
  }

  /** Asks it to end by itself: it has a folder of its own among the system's temporary ones. */
  private void leave() {
    tools.post("", "Browser.close", Map.of());
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deleteProfile() throws IOException {
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
