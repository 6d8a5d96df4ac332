package io.parley.profile;

import io.parley.sip.HeaderField;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether From, To and Contact values follow the grammar of RFC 3261 §25.1 and §20.10. */
final class AddressSyntax {
  /** Longer values would exhaust the stack of the regular expressions below. */
  private static final int LONGEST = 2048;

  private static final Pattern DISPLAY_TOKENS =
      Pattern.compile("[A-Za-z0-9.!%*_+`'~\\x80-\\xff\\s-]*");
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^<>\"\\s]+");

  private AddressSyntax() {}

  /** What is wrong with a value; empty = nothing. */
  static Optional<String> wrong(String value, boolean list) {
    if (value.length() > LONGEST) {
      return Optional.of("expected at most " + LONGEST + " characters");
    }
    if (!closes(value)) {
      return Optional.of("expected quotes and angle brackets that close");
    }
    List<String> parts = HeaderField.split(value, ',');
    if (parts.size() > 1 && !list) {
      return Optional.of("expected one address");
    }
    return parts.stream().flatMap(p -> one(p).stream()).findFirst();
  }

  private static Optional<String> one(String value) {
    String text = value.strip();
    int quoted = text.startsWith("\"") ? closing(text) + 1 : 0;
    int open = text.indexOf('<', quoted);
    if (open < 0) {
      String uri = text.split(";", 2)[0].strip();
      return quoted == 0 && URI.matcher(uri).matches()
          ? parameters(text.substring(text.split(";", 2)[0].length()))
          : Optional.of("expected a URI");
    }
    String display = text.substring(quoted, open).strip();
    if (!DISPLAY_TOKENS.matcher(display).matches()) {
      return Optional.of("expected a quoted display name");
    }
    int close = text.indexOf('>', open);
    String uri = text.substring(open + 1, close);
    return URI.matcher(uri).matches()
        ? parameters(text.substring(close + 1))
        : Optional.of("expected a URI in the angle brackets");
  }

  private static Optional<String> parameters(String text) {
    String rest = text.strip();
    boolean good =
        rest.isEmpty()
            || rest.matches(
                "(\\s*;\\s*[^\\s;=,\"]+(\\s*=\\s*(\"(\\\\.|[^\"\\\\])*\"|[^\\s;,\"]+))?)+\\s*");
    return good ? Optional.empty() : Optional.of("expected ';name=value' parameters");
  }

  private static int closing(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i;
      }
    }
    return text.length() - 1;
  }

  /** Whether quotes and angle brackets close, brackets in brackets or a stray one being none. */
  private static boolean closes(String value) {
    boolean quoted = false;
    boolean angled = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"' && !angled) {
        quoted = !quoted;
      } else if (!quoted && (c == '<' || c == '>')) {
        if (angled == (c == '<')) {
          return false;
        }
        angled = c == '<';
      }
    }
    return !quoted && !angled;
  }
}
