package io.parley.serve;

import io.parley.profile.Ruling;
import io.parley.profile.SessionBody;
import io.parley.sdp.Sdp;
import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import java.util.List;
import java.util.Optional;

/** Puts what was decided about a request into words. */
final class Told {
  /** Thousands of them may wait to be shown. */
  private static final int LONGEST_OFFER = 16_384;

  private Told() {}

  static ServedCall judged(
      int number, Arrival request, Ruling ruling, List<Ruling.Refuse> objections) {
    String sdp = SessionBody.of(request.message()).sdp().map(Sdp::text).orElse("");
    List<Objection> broken = objections.stream().map(o -> Objection.of(o, sdp)).toList();
    return ruling instanceof Ruling.Refuse refusal
        ? call(number, request, refusal.status(), refusal.phrase(), broken, List.of())
        : call(number, request, 200, "OK", List.of(), ((Ruling.Accept) ruling).notes());
  }

  /** Refused before any rule was asked. */
  static ServedCall refused(int number, Arrival request, SipMessage response) {
    String why =
        response
            .first("Unsupported")
            .map(u -> "it requires " + u + ", which is not supported")
            .orElse("refused before the profile's rules were asked");
    int status = response.status().orElse(0);
    return call(number, request, status, response.reasonPhrase(), List.of(), List.of(why));
  }

  private static ServedCall call(
      int number,
      Arrival request,
      int status,
      String phrase,
      List<Objection> objections,
      List<String> notes) {
    SipMessage m = request.message();
    boolean within = m.toTag().isPresent() && m.method().equals("INVITE");
    return new ServedCall(
        number,
        request.frame().time(),
        request.frame().flow(),
        within ? "re-INVITE" : m.method().isEmpty() ? "request" : m.method(),
        user(m.first("From").orElse("")),
        user(m.requestUri()),
        offer(m),
        status,
        phrase,
        objections,
        notes);
  }

  /** The number in a URI; its password is nobody's business (RFC 3261 §19.1.1). */
  static String user(String uri) {
    return SipUri.of(uri)
        .map(u -> u.user().replaceFirst("(?s):.*", ""))
        .filter(u -> !u.isEmpty())
        .orElse("anonymous");
  }

  static Optional<String> offer(SipMessage m) {
    return SessionBody.of(m).sdp().map(s -> start(s.text()));
  }

  /** Of what is longer than any offer that means something, the start tells enough. */
  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_OFFER));
  }
}
