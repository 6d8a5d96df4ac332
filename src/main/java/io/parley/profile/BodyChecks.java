package io.parley.profile;

import io.parley.sdp.SdpFault;
import java.util.Optional;

/** What can be wrong with the body as such. */
final class BodyChecks {
  private BodyChecks() {}

  static Optional<Fault> type(Profile profile, Judged judged) {
    SessionBody body = judged.body();
    Optional<String> encoding =
        judged.request().first("Content-Encoding").filter(v -> !v.equalsIgnoreCase("identity"));
    if (body.present() && encoding.isPresent()) {
      return Optional.of(Fault.of("expected no content encoding, found '" + encoding.get() + "'"));
    }
    boolean readable = profile.bodyTypes().contains(body.type()) && body.sdp().isPresent();
    if (body.present() && readable && !body.others().isEmpty()) {
      return Optional.of(
          Fault.of(
              "expected no part that must be understood but SDP, found '"
                  + String.join("', '", body.others())
                  + "' with handling=required"));
    }
    if (!body.present() || readable) {
      return Optional.empty();
    }
    return Optional.of(
        Fault.of(
            "expected a body of type "
                + String.join(" or ", profile.bodyTypes())
                + ", found "
                + (body.type().isEmpty() ? "no Content-Type" : "'" + body.type() + "'")));
  }

  static Optional<Fault> missing(Profile profile, Judged judged) {
    return judged.body().present()
        ? Optional.empty()
        : Optional.of(Fault.of("expected an SDP offer in the INVITE, found no body"));
  }

  static Optional<Fault> malformed(Profile profile, Judged judged) {
    return judged
        .offer()
        .flatMap(o -> o.faults().stream().filter(f -> !f.tolerable()).findFirst())
        .map(BodyChecks::said);
  }

  private static Fault said(SdpFault fault) {
    return Fault.at(fault.line(), "expected an SDP by RFC 8866, found: " + fault.words());
  }
}
