package io.parley.result;

import java.util.List;

/**
 * What a program of the user said that the run started.
 *
 * @param hook its key in the target file, for example {@code after-failed-case}
 * @param command the program and its arguments
 * @param good whether it ended by itself, with 0
 * @param ended how it ended, in words
 * @param text what it wrote, both streams as one; a long text without its beginning
 */
public record HookOutput(
    String hook, List<String> command, boolean good, String ended, String text) {

  /** {@code hook after-failed-case: ended with 0 after 12 ms}. */
  public String headline() {
    return "hook " + hook + ": " + ended;
  }

  /** The whole, for a file. */
  public String report() {
    return String.join(" ", command) + "\n" + ended + "\n\n" + text;
  }

  /** The same with another text. */
  public HookOutput with(String other) {
    return new HookOutput(hook, command, good, ended, other);
  }
}
