package io.parley.explain;

import io.parley.capture.CapturedMessage;
import io.parley.capture.Invitation;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import java.util.Optional;

/** What became of an INVITE on its way, and whose it was, as traits. */
final class CourseTraits {
  private CourseTraits() {}

  static void add(Invitation i, Traits out) {
    SipMessage m = i.invite();
    out.put(Subject.COURSE, "kind", i.initial() ? "INVITE" : "re-INVITE");
    out.put(Subject.COURSE, "credentials", credentials(i));
    out.put(Subject.COURSE, "times the INVITE was sent", Integer.toString(i.retransmissions() + 1));
    out.put(Subject.COURSE, "number called", user(i.initial() ? m.requestUri() : to(m)));
    out.put(Subject.COURSE, "number calling", user(m.first("From").orElse("")));
    out.put(Subject.COURSE, "signalling address", family(i.request()));
    out.put(Subject.COURSE, "far end", i.answer().map(CourseTraits::server).orElse("no answer"));
  }

  private static String to(SipMessage m) {
    return m.first("To").orElse("");
  }

  private static String credentials(Invitation i) {
    boolean sent =
        i.invite()
            .first("Authorization")
            .or(() -> i.invite().first("Proxy-Authorization"))
            .isPresent();
    String asked = i.challenges() > 0 ? "asked for" : "not asked for";
    return asked + (sent ? ", sent" : ", not sent");
  }

  private static String user(String uri) {
    return SipUri.of(uri)
        .map(u -> u.user().split("[;:]", 2)[0])
        .filter(u -> !u.isEmpty())
        .orElse("none");
  }

  private static String family(CapturedMessage m) {
    return m.path().to().isEmpty() ? "not known" : m.path().to().startsWith("[") ? "IPv6" : "IPv4";
  }

  private static String server(CapturedMessage answer) {
    Optional<String> said = answer.message().first("Server");
    return said.or(() -> answer.message().first("User-Agent")).orElse("does not name itself");
  }
}
