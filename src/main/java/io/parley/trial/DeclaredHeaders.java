package io.parley.trial;

import io.parley.phone.DataSheet;
import io.parley.phone.TransportWord;
import io.parley.sip.HeaderField;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import io.parley.wire.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether requests of a phone are sent and headed as its data sheet says.
 *
 * @param sheet of that phone
 * @param listening the transports by which it can reach us
 */
record DeclaredHeaders(DataSheet sheet, Set<Transport> listening) {
  private static final String REG_ID = "reg-id";

  /** An INVITE or REGISTER: transport, then each header that the sheet names and it has. */
  List<Sighting> of(Crossed request) {
    List<Sighting> out = new ArrayList<>();
    Declared declared = new Declared(out);
    transport(declared, request);
    sheet
        .headers()
        .forEach(
            (name, habit) ->
                request
                    .message()
                    .first(name)
                    .ifPresentOrElse(
                        found ->
                            declared.add(
                                "headers." + name,
                                habit.fact(),
                                habit.value(),
                                found,
                                habit.fits(found),
                                Optional.of(name + ": " + found)),
                        () -> missing(declared, name, request)));
    return out;
  }

  /** An INVITE has all of them; other requests need not. */
  private void missing(Declared declared, String name, Crossed request) {
    if (request.dials()) {
      var habit = sheet.headers().get(name);
      declared.add(
          "headers." + name,
          habit.fact(),
          habit.value(),
          "no " + name + " in its " + request.message().method(),
          false,
          Optional.empty());
    }
  }

  /** The first of its transports by which we listen. */
  private void transport(Declared declared, Crossed request) {
    String used = request.frame().flow().transport().parameter();
    declared.hold(
        "transport",
        sheet.transport(),
        used,
        (known, found) -> expected(known).equals(found),
        request.message().topVia().map(v -> "Via: " + v));
  }

  private String expected(List<TransportWord> known) {
    return known.stream()
        .map(TransportWord::toString)
        .filter(k -> listening.stream().anyMatch(l -> l.parameter().equals(k)))
        .findFirst()
        .orElse("");
  }

  /** What a REGISTER says beyond that. */
  List<Sighting> ofRegister(Crossed request) {
    List<Sighting> out = new ArrayList<>(of(request));
    Declared declared = new Declared(out);
    SipMessage m = request.message();
    Optional<String> contact = m.list("Contact").stream().findFirst();
    Optional<String> asked =
        contact.flatMap(c -> parameter(c, "expires")).or(() -> m.first("Expires"));
    declared.hold(
        "registration.expires",
        sheet.registration().expires(),
        asked.orElse("nothing"),
        (known, found) -> Integer.toString(known).equals(found),
        m.first("Expires").map(e -> "Expires: " + e).or(() -> contact.map(c -> "Contact: " + c)));
    declared.equal(
        "registration.outbound",
        sheet.registration().outbound(),
        contact.flatMap(c -> parameter(c, REG_ID)).isPresent(),
        contact.map(c -> "Contact: " + c));
    return out;
  }

  /** A parameter of a Contact, not of its URI. */
  static Optional<String> parameter(String contact, String name) {
    return HeaderField.split(contact, ';').stream()
        .filter(p -> p.strip().toLowerCase(Locale.ROOT).startsWith(name + "="))
        .map(p -> p.substring(p.indexOf('=') + 1).strip())
        .findFirst();
  }

  /** The number a request is for, as dialled. */
  static String dialled(SipMessage invite) {
    return SipUri.of(invite.requestUri()).map(SipUri::user).orElse("").split("[;:]", 2)[0];
  }
}
