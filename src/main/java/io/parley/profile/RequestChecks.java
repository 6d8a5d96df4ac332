package io.parley.profile;

import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import java.net.InetSocketAddress;
import java.util.Optional;

/** What can be wrong with a request apart from its body. */
final class RequestChecks {
  private RequestChecks() {}

  static Optional<Fault> malformed(Profile profile, Judged judged) {
    return judged.syntax().get();
  }

  static Optional<Fault> scheme(Profile profile, Judged judged) {
    String scheme = SipUri.of(judged.request().requestUri()).map(SipUri::scheme).orElse("");
    return profile.uriSchemes().contains(scheme)
        ? Optional.empty()
        : fault(
            "expected a Request-URI of scheme %s, found '%s'",
            String.join(" or ", profile.uriSchemes()), judged.request().requestUri());
  }

  static Optional<Fault> contactMissing(Profile profile, Judged judged) {
    return judged.request().first("Contact").isPresent()
        ? Optional.empty()
        : fault("expected a Contact with the name of the SBC, found no Contact");
  }

  static Optional<Fault> contactIsAddress(Profile profile, Judged judged) {
    return judged
        .request()
        .first("Contact")
        .flatMap(SipUri::of)
        .flatMap(SipUri::address)
        .map(InetSocketAddress::getAddress)
        .filter(a -> !a.isLoopbackAddress())
        .map(
            a ->
                Fault.of(
                    "expected the name of the SBC in Contact, found the IP address "
                        + a.getHostAddress()));
  }

  static Optional<Fault> replaces(Profile profile, Judged judged) {
    return judged
        .request()
        .first("Replaces")
        .map(v -> Fault.of("expected no Replaces header, found '" + v + "'"));
  }

  static Optional<Fault> replacesUnknown(Profile profile, Judged judged) {
    return judged.replacing()
        ? Optional.empty()
        : judged
            .request()
            .first("Replaces")
            .map(v -> Fault.of("expected a dialog that is known, found Replaces '" + v + "'"));
  }

  static Optional<Fault> sessionInterval(Profile profile, Judged judged) {
    SipMessage m = judged.request();
    String seconds = m.first("Session-Expires").orElse("").split(";")[0].strip();
    boolean small =
        seconds.matches("\\d{1,9}") && Integer.parseInt(seconds) < profile.minSessionExpires();
    return small
        ? fault(
            "expected a session interval of at least %d s, found %s s",
            profile.minSessionExpires(), seconds)
        : Optional.empty();
  }

  private static Optional<Fault> fault(String format, Object... values) {
    return Optional.of(Fault.of(String.format(format, values)));
  }
}
