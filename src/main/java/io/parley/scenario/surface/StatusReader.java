package io.parley.scenario.surface;

import io.parley.model.PacketKind;
import io.parley.model.StatusPattern;
import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Reader;
import io.parley.yaml.Scalar;
import io.parley.yaml.Suggestion;
import io.parley.yaml.Union;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads statuses, methods and references to expectations. */
final class StatusReader {
  /**
   * Methods of RFC 3261 and its extensions; others may be used if they are not nearly one of these.
   */
  static final List<String> METHODS =
      List.of(
          "INVITE",
          "ACK",
          "BYE",
          "CANCEL",
          "OPTIONS",
          "PRACK",
          "UPDATE",
          "INFO",
          "REFER",
          "SUBSCRIBE",
          "NOTIFY",
          "MESSAGE",
          "REGISTER",
          "PUBLISH");

  private static final String OUTCOMES =
      "a status such as 488, a class such as 4xx, silence, or no-connection";
  private static final List<String> SENDABLE =
      Arrays.stream(PacketKind.values())
          .filter(PacketKind::isSendable)
          .map(PacketKind::toString)
          .toList();
  private static final String SENT =
      "a method, a status from 101 to 699, or a STUN message such as STUN request";
  private static final String AWAITED =
      "a method, a status, a list of statuses, expected, or a packet such as STUN request";
  static final String CLASS = "[1-6]xx";
  static final String REFERENCE = "expected(\\.[A-Za-z][A-Za-z0-9-]*)?";
  private static final Form.Whole CODE = new Form.Whole("a status", 100, 699);

  /** {@code 488}, {@code 4xx}, {@code silence}, {@code no-connection}. */
  static final Reader<StatusPattern> STATUS =
      Union.<StatusPattern>of(OUTCOMES)
          .whole(CODE, StatusPattern.Code::new)
          .text(
              new Form.Text(
                  "a class, no response at all, or no connection",
                  "^(" + CLASS + "|silence|no-connection)$",
                  List.of()),
              StatusReader::pattern);

  private StatusReader() {}

  /** A method or a status to send. */
  static Reader<Sent> sent() {
    return Union.<Sent>of(SENT)
        .whole(new Form.Whole("a status", 101, 699), Sent.Status::new)
        .text(
            new Form.Text(
                "a method, or a STUN message from the media port",
                "^([A-Z]+|STUN [a-z]+)$",
                Stream.concat(METHODS.stream(), SENDABLE.stream()).toList()),
            StatusReader::sent);
  }

  private static Optional<Sent> sent(Scalar scalar, Binder binder) {
    String text = scalar.text();
    Optional<PacketKind> packet = PacketKind.of(text);
    if (packet.filter(PacketKind::isSendable).isPresent()) {
      return packet.map(Sent.Packet::new);
    }
    Optional<String> meant = Suggestion.nearest(text, SENDABLE);
    if (packet.isPresent() || meant.isPresent() && !METHODS.contains(text)) {
      binder.expected(scalar, SENT, meant.map(m -> "Did you mean '" + m + "'?"));
      return Optional.empty();
    }
    return method(scalar, "a method or a status", binder).map(Sent.Method::new);
  }

  /** What a step waits for. */
  static Reader<Awaited> awaited() {
    return Union.<Awaited>of(AWAITED)
        .whole(CODE, code -> new Awaited.Statuses(List.of(new StatusPattern.Code(code))))
        .text(
            new Form.Text(
                "a method, a packet at the media port, a class such as 4xx, expected or"
                    + " expected.<name>",
                "^([A-Z]+|STUN [a-z]+|" + CLASS + "|" + REFERENCE + ")$",
                Stream.concat(METHODS.stream(), PacketKind.texts().stream()).toList()),
            StatusReader::awaited)
        .list("any of these", StatusPattern.class, Awaited.Statuses::new);
  }

  private static Optional<StatusPattern> pattern(Scalar scalar, Binder binder) {
    String text = scalar.text();
    if (text.equals("silence")) {
      return Optional.of(new StatusPattern.Silence());
    }
    if (text.equals("no-connection")) {
      return Optional.of(new StatusPattern.NoConnection());
    }
    if (text.matches(CLASS)) {
      return Optional.of(new StatusPattern.StatusClass(text.charAt(0) - '0'));
    }
    binder.expected(
        scalar,
        OUTCOMES,
        Suggestion.nearest(
                text, List.of("silence", "no-connection", "2xx", "3xx", "4xx", "5xx", "6xx"))
            .map(w -> "Did you mean '" + w + "'?")
            .or(() -> Optional.of(StatusHint.of(text))));
    return Optional.empty();
  }

  private static Optional<Awaited> awaited(Scalar scalar, Binder binder) {
    String text = scalar.text();
    if (text.matches(REFERENCE)) {
      return Optional.of(
          new Awaited.Expected(text.contains(".") ? text.substring(text.indexOf('.') + 1) : ""));
    }
    if (text.matches(CLASS)) {
      return pattern(scalar, binder).map(p -> new Awaited.Statuses(List.of(p)));
    }
    Optional<PacketKind> packet = PacketKind.of(text);
    if (packet.isPresent()) {
      return packet.map(Awaited.Packet::new);
    }
    Optional<String> meant = Suggestion.nearest(text, PacketKind.texts());
    if (meant.isPresent() && !METHODS.contains(text)) {
      binder.expected(scalar, AWAITED, Optional.of("Did you mean '" + meant.get() + "'?"));
      return Optional.empty();
    }
    return method(scalar, AWAITED, binder).map(Awaited.Method::new);
  }

  private static Optional<String> method(Scalar scalar, String what, Binder binder) {
    String text = scalar.text();
    boolean misspelt = !METHODS.contains(text) && Suggestion.nearest(text, METHODS).isPresent();
    if (misspelt || !text.matches("[A-Z]+")) {
      binder.expected(
          scalar,
          what,
          Suggestion.nearest(text, METHODS)
              .or(() -> Suggestion.nearest(text, List.of("expected")))
              .map(m -> "Did you mean '" + m + "'?"));
      return Optional.empty();
    }
    return Optional.of(text);
  }
}
