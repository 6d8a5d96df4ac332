package io.parley.farend;

import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;

/** A response of one leg as the other leg gets it. */
final class PassedResponse {
  private PassedResponse() {}

  /**
   * Writes it.
   *
   * @param near the leg it goes out on
   */
  static ResponseBuilder of(Desk desk, Passage passage, Leg near, SipMessage response) {
    ResponseBuilder out = withoutBody(desk, passage, near, response);
    desk.speaker().passing(response, near).ifPresent(b -> out.body(b.type(), b.bytes()));
    return out;
  }

  /** Writes it without what it says of the session. */
  static ResponseBuilder withoutBody(Desk desk, Passage passage, Leg near, SipMessage response) {
    int status = response.status().orElse(500);
    ResponseBuilder out =
        ResponseBuilder.to(passage.request, status).reason(response.reasonPhrase());
    if (passage.isInitial()) {
      out.toTag(near.localTag);
    }
    if (status < 300) {
      out.contact(desk.speaker().contact("", near.transport));
      out.header("Allow", desk.allow(near));
    } else if (status < 400) {
      response.values("Contact").forEach(out::contact);
    }
    PassingHeaders.of(response).forEach(h -> out.header(h.name(), h.value()));
    response.values("Unsupported").forEach(v -> out.header("Unsupported", v));
    if (status == 421) {
      response.values("Require").forEach(v -> out.header("Require", v));
    }
    return out;
  }
}
