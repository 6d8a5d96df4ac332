package io.parley.play.check;

import io.parley.model.Comparison;
import io.parley.sip.SipMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What {@code check} steps can name of a message. */
public final class MessageParts {
  /** IPv4 addresses, and IPv6 ones as URIs, Via and SDP have them. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w.])|(?<=\\[|IP6 )[0-9A-Fa-f:]*:[0-9A-Fa-f:.]+");

  private MessageParts() {}

  /** The values of a path; empty = the message has no such thing. */
  static Optional<List<String>> of(
      SipMessage message, Comparison.Path path, Comparison.Operator operator) {
    String name = path.property();
    List<String> found =
        switch (name) {
          case "start-line", "body" -> text(name, message).map(List::of).orElse(List.of());
          case "phrase" -> List.of(message.reasonPhrase());
          case "Request-URI" -> uri(message, path.part());
          case "addresses" -> addresses(message);
          default -> header(message, path, operator);
        };
    // Nothing is in what is not there.
    boolean there = !found.isEmpty() || operator == Comparison.Operator.NOT_IN;
    return there ? Optional.of(found) : Optional.empty();
  }

  /** A part of a message: {@code start-line}, {@code body}, {@code message}, or a header. */
  public static Optional<String> text(String part, SipMessage message) {
    return switch (part) {
      case "start-line" -> Optional.of(utf8(message.startLine()));
      case "body" ->
          message.body().length == 0
              ? Optional.empty()
              : Optional.of(new String(message.body(), StandardCharsets.UTF_8));
      case "message" -> Optional.of(utf8(message.text()));
      default -> message.first(part).map(MessageParts::utf8);
    };
  }

  /** A message is viewed one char a byte; what is captured is written as text again. */
  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static List<String> uri(SipMessage message, String part) {
    String uri = message.requestUri();
    return uri.isEmpty() ? List.of() : part.isEmpty() ? List.of(uri) : HeaderParts.of(uri, part);
  }

  /** Every IP address in it, each once: headers and body. */
  private static List<String> addresses(SipMessage message) {
    return ADDRESS.matcher(message.text()).results().map(MatchResult::group).distinct().toList();
  }

  private static List<String> header(
      SipMessage message, Comparison.Path path, Comparison.Operator operator) {
    if (path.part().equals("count")) {
      return List.of(Integer.toString(message.list(path.property()).size()));
    }
    if (!path.part().isEmpty()) {
      return message.list(path.property()).stream()
          .flatMap(v -> HeaderParts.of(v, path.part()).stream())
          .toList();
    }
    return switch (operator) {
      case IN, NOT_IN, SUBSET_OF -> message.list(path.property());
      default -> message.values(path.property());
    };
  }
}
