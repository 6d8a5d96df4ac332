package io.parley.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Everything that a run left, unpacked: files as they are, what is in zips, and what is in base64
 * in any of them, by where it was found. Bytes are held as ISO 8859-1, one character each.
 */
final class Artefacts {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{24,}={0,2}");
  private static final int DEPTH = 4;

  private final Map<String, String> found = new LinkedHashMap<>();

  /** All below a folder. */
  static Artefacts of(Path folder) {
    Artefacts all = new Artefacts();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.add(folder.relativize(file).toString(), Files.readAllBytes(file), DEPTH);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return all;
  }

  /** Adds something that was printed. */
  Artefacts with(String name, String text) {
    add(name, text.getBytes(StandardCharsets.UTF_8), DEPTH);
    return this;
  }

  private void add(String name, byte[] bytes, int depth) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    found.put(name, text);
    if (depth == 0) {
      return;
    }
    if (text.startsWith("PK\u0003\u0004")) {
      zip(name, bytes, depth - 1);
    }
    Matcher m = BASE64.matcher(text);
    for (int i = 0; m.find(); i++) {
      decode(name + "#" + i, m.group(), depth - 1);
    }
  }

  private void decode(String name, String text, int depth) {
    try {
      add(name, Base64.getDecoder().decode(text), depth);
    } catch (IllegalArgumentException e) {
      return; // a long word of the same letters
    }
  }

  private void zip(String name, byte[] bytes, int depth) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        add(name + "!" + e.getName(), zip.readAllBytes(), depth);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(name, e);
    }
  }

  /** Where that text stands. */
  List<String> holding(String text) {
    List<String> out = new ArrayList<>();
    found.forEach(
        (name, content) -> {
          if (content.contains(text)) {
            out.add(name);
          }
        });
    return out;
  }

  /** The contents whose name ends so. */
  List<String> named(String suffix) {
    return found.entrySet().stream()
        .filter(e -> e.getKey().endsWith(suffix))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Everything by its name. */
  Map<String, String> all() {
    return found;
  }
}
