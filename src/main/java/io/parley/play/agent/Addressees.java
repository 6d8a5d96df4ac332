package io.parley.play.agent;

import io.parley.model.FindingKind;
import io.parley.model.HeaderEdit;
import io.parley.play.message.Unplayable;
import io.parley.play.stage.Correlator;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import io.parley.target.DialRule;
import io.parley.target.Target;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Who is meant by {@code to}: an actor, a number, a URI, or what a message that came asks to call.
 * Wherever a URI points, the request goes to the target: only its Request-URI says otherwise.
 */
final class Addressees {
  private final Function<String, Optional<Party>> parties;
  private final Function<String, List<SipMessage>> received;
  private final Target.Limits limits;

  /**
   * Sets up the look-up.
   *
   * @param parties the party of an actor's name
   * @param received what a user agent received so far, in all its dialogs
   */
  Addressees(
      Function<String, Optional<Party>> parties,
      Function<String, List<SipMessage>> received,
      Target.Limits limits) {
    this.parties = parties;
    this.received = received;
    this.limits = limits;
  }

  /**
   * Who is called.
   *
   * @param uri a number or URI
   * @param headers what the URI asks to put into the request (RFC 3261 §19.1.1)
   */
  record Addressee(String uri, List<HeaderEdit> headers) {}

  /** Whether {@code to} names a header of a message that came. */
  static boolean isOfMessage(String to) {
    return to.equals("Contact") || to.equals("Refer-To");
  }

  /**
   * Looks it up.
   *
   * @param to as the step has it
   * @param fill puts in what is only known now
   * @param person the user agent that calls
   * @throws Unplayable when nothing that came says so, or the number may not be dialled
   */
  Addressee of(String to, UnaryOperator<String> fill, String person) {
    return switch (to) {
      case "Contact" -> checked(redirected(person));
      case "Refer-To" -> checked(referred(person));
      default -> {
        Optional<Party> named = parties.apply(to);
        if (named.isPresent()) {
          yield new Addressee(named.get().called(), List.of());
        }
        // What stood in the file was held against the limits before the case began.
        String uri = fill.apply(to);
        yield uri.equals(to) ? new Addressee(to, List.of()) : checked(split(uri));
      }
    };
  }

  /** The first Contact of the last 3xx (RFC 3261 §8.1.3.4). */
  private Addressee redirected(String person) {
    String contact =
        last(person, m -> m.status().orElse(0) / 100 == 3)
            .flatMap(m -> m.list("Contact").stream().findFirst())
            .orElseThrow(() -> missing(person, "3xx with a Contact", "Contact"));
    return split(SipUri.bare(contact));
  }

  /** The Refer-To of the last REFER (RFC 3515 §2.1). */
  private Addressee referred(String person) {
    String target =
        last(person, m -> m.method().equals("REFER") && m.isRequest())
            .flatMap(m -> m.first("Refer-To"))
            .orElseThrow(() -> missing(person, "REFER with a Refer-To", "Refer-To"));
    return split(SipUri.bare(target));
  }

  private Optional<SipMessage> last(String person, Predicate<SipMessage> wanted) {
    return received.apply(person).stream().filter(wanted).reduce((a, b) -> b);
  }

  private static Unplayable missing(String person, String what, String word) {
    return new Unplayable(
        FindingKind.HARNESS, person + " received no " + what + ", so 'to: " + word + "' is nobody");
  }

  /** The URI without its headers and method, and its headers as edits. */
  private static Addressee split(String uri) {
    int question = uri.indexOf('?');
    String plain = (question < 0 ? uri : uri.substring(0, question));
    List<HeaderEdit> headers = new ArrayList<>();
    for (String field : question < 0 ? new String[0] : uri.substring(question + 1).split("&")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        headers.add(
            new HeaderEdit(
                decoded(field.substring(0, equals)),
                List.of(decoded(field.substring(equals + 1)))));
      }
    }
    return new Addressee(plain.replaceAll("(?i);method=[^;]*", ""), List.copyOf(headers));
  }

  /** Percent-encoding only: a plus is a plus (RFC 3261 §19.1.2). */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private Addressee checked(Addressee addressee) {
    String number = Correlator.user(addressee.uri());
    Optional<String> why = number.isEmpty() ? Optional.empty() : DialRule.objection(limits, number);
    if (why.isPresent()) {
      throw new Unplayable(FindingKind.LIMIT, why.get());
    }
    return addressee;
  }
}
