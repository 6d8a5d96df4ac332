package io.parley.farend;

import io.parley.profile.Ruling;
import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;

/** What a ruling looks like on the wire. */
final class Refusals {
  private Refusals() {}

  static ResponseBuilder response(Arrival request, Ruling.Refuse refusal) {
    ResponseBuilder out = ResponseBuilder.to(request, refusal.status()).reason(refusal.phrase());
    refusal.headers().forEach(h -> out.header(h.name(), h.value()));
    return out;
  }
}
