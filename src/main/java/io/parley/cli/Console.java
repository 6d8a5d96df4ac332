package io.parley.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Standard output and standard error, with one line at the bottom that may be rewritten. */
final class Console {
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private final Palette palette;
  private final Screen screen;
  private String live = "";

  /**
   * A console over two streams.
   *
   * @param out where results go
   * @param err where errors go
   * @param terminal whether {@code out} is a terminal that can rewrite a line
   * @param palette how words are coloured
   */
  Console(OutputStream out, OutputStream err, boolean terminal, Palette palette) {
    this(out, err, terminal, palette, new Screen(Screen.UNBOUNDED));
  }

  /** The same on a terminal of some width. */
  Console(OutputStream out, OutputStream err, boolean terminal, Palette palette, Screen screen) {
    this.screen = screen;
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.terminal = terminal;
    this.palette = palette;
  }

  /**
   * The console of this process.
   *
   * @param environment {@code NO_COLOR} (https://no-color.org) and {@code TERM} are honoured
   * @param terminal whether standard output is a terminal; the launcher knows, Java 17 only guesses
   */
  static Console ofProcess(Map<String, String> environment, boolean terminal) {
    boolean capable = terminal && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
    boolean colour = capable && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Console(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        capable,
        new Palette(colour),
        terminal ? Screen.ofProcess() : new Screen(Screen.UNBOUNDED));
  }

  /** Whether the last line can be rewritten. */
  boolean terminal() {
    return terminal;
  }

  /** How wide the terminal is. */
  Screen screen() {
    return screen;
  }

  /** How words are coloured here. */
  Palette palette() {
    return palette;
  }

  /** Prints a line of results above the live line. */
  synchronized void line(String text) {
    out.print(erase() + screen.fold(palette.safe(text)) + "\n" + live);
    out.flush();
  }

  /** Prints a part of a line of results, for what is too long to be put together first. */
  synchronized void part(String text) {
    out.print(palette.safe(text));
  }

  /** Prints a line about something that is wrong. */
  synchronized void error(String text) {
    clear();
    err.println(palette.safe(text));
  }

  /** Rewrites the last line of a terminal; does nothing elsewhere. */
  synchronized void live(String text) {
    if (terminal) {
      out.print(ERASE_LINE + text);
      out.flush();
      live = text;
    }
  }

  /** Removes the live line. */
  synchronized void clear() {
    out.print(erase());
    out.flush();
    live = "";
  }

  private String erase() {
    return live.isEmpty() ? "" : ERASE_LINE;
  }
}
