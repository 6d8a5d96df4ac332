package io.parley.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cases of a {@code junit.xml} that {@link JunitXml} wrote, as they are written there.
 *
 * @param byName by the name of each, as it stands in the file
 */
public record JunitElements(Map<String, String> byName) {
  private static final String END = "</testcase>\n";

  /** In the start tag; markup in a text is escaped, so that nothing else looks like it. */
  private static final Pattern START = Pattern.compile("<testcase [^>]*?(?<= )name=\"([^\"]*)\"");

  /** Reads a report; what is not there, or was cut off, has no such cases. */
  public static JunitElements read(Path file) {
    Map<String, String> out = new HashMap<>();
    String text = text(file);
    Matcher start = START.matcher(text);
    for (int at = 0; start.find(at); ) {
      int end = text.indexOf(END, start.end());
      if (end < 0) {
        break;
      }
      at = end + END.length();
      out.put(start.group(1), text.substring(start.start(), at));
    }
    return new JunitElements(out);
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (java.nio.charset.CharacterCodingException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /** The element of a case. */
  public Optional<String> of(String id) {
    return Optional.ofNullable(byName.get(Xml.text(id)));
  }
}
