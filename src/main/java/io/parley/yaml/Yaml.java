package io.parley.yaml;

import io.parley.model.SourcePosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads YAML 1.2 into a located tree. Anchors, aliases, merge keys, tags and several documents in a
 * file are refused: no file of ours needs them, and an alias can make a small file a huge one.
 *
 * <pre>{@code
 * record Phone(SourcePosition at, String model, Optional<Duration> boot, List<String> codecs) {}
 *
 * Problems problems = new Problems();
 * Optional<Phone> phone = Yaml.read(Path.of("phones/t4x.yaml"), problems)
 *     .flatMap(node -> new Binder(problems).bind(node, Phone.class));
 * problems.list().forEach(System.err::println);  // phones/t4x.yaml:3:1: unknown key 'codec'. Did you mean 'codecs'? …
 * }</pre>
 */
public final class Yaml {
  /** Largest file in bytes: 1 MiB; the largest file we ship has some kilobytes. */
  public static final int MAX_BYTES = 1 << 20;

  private Yaml() {}

  /** Reads a file; empty when it cannot be read or is not YAML, which is then in the problems. */
  public static Optional<Node> read(Path path, Problems problems) {
    return text(path, problems).flatMap(text -> parse(name(path), text, problems));
  }

  /** A file's text, with the same limits and problems as {@link #read}. */
  public static Optional<String> text(Path path, Problems problems) {
    String file = name(path);
    try {
      if (Files.isDirectory(path)) {
        problems.add(SourcePosition.whole(file), "expected a file, found a folder");
        return Optional.empty();
      }
      long size = Files.size(path);
      return size > MAX_BYTES
          ? tooLarge(file, size, problems)
          : decode(file, Files.readAllBytes(path), problems);
    } catch (IOException e) {
      problems.add(SourcePosition.whole(file), "cannot read the file: " + reason(e));
      return Optional.empty();
    }
  }

  /** The text in a file's bytes; {@code file} is what positions name. */
  public static Optional<String> decode(String file, byte[] bytes, Problems problems) {
    return bytes.length > MAX_BYTES
        ? tooLarge(file, bytes.length, problems)
        : SourceText.decode(file, bytes, problems);
  }

  /** Parses a text; {@code file} is what positions name. */
  public static Optional<Node> parse(String file, String text, Problems problems) {
    if (text.length() > MAX_BYTES) {
      return tooLarge(file, text.getBytes(StandardCharsets.UTF_8).length, problems);
    }
    return new TreeReader(file, text, problems).read();
  }

  /** A path as positions name it: as the user wrote it, with forward slashes. */
  public static String name(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** The first place of a file, for what is wrong with all of it. */
  public static SourcePosition start(String file) {
    return new SourcePosition(file, 1, 1);
  }

  private static <T> Optional<T> tooLarge(String file, long size, Problems problems) {
    problems.add(
        SourcePosition.whole(file),
        String.format(
            java.util.Locale.ROOT,
            "expected a file of at most 1 MiB, found %.1f MiB",
            size / (double) (1 << 20)),
        "Split it into one file per scenario.");
    return Optional.empty();
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it does not exist";
    }
    return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
  }
}
