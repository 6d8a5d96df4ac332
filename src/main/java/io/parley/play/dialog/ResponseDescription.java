package io.parley.play.dialog;

import io.parley.model.OfferSpec;
import java.util.Optional;

/** The SDP of a response. */
public final class ResponseDescription {
  private ResponseDescription() {}

  /**
   * The answer to their offer, the same again once it was given, or an offer of ours where there
   * was none.
   *
   * @param media the offers and answers of the dialog that the response is of
   * @param invite whether it is to an INVITE
   * @param offer what to offer in any case
   * @param answer what to answer; says that there is no body where it is {@code none}
   */
  public static Optional<byte[]> of(
      Media media,
      boolean invite,
      Optional<OfferSpec> offer,
      Optional<OfferSpec> answer,
      Optional<OfferSpec> own) {
    Exchange exchange = invite ? media.ofInvite() : media.standing();
    byte[] body;
    if (offer.isEmpty() && (exchange.isSettled() || answer.map(OfferSpec::isNone).orElse(false))) {
      body = new byte[0]; // RFC 3261 §13.2.1: once the answer is given, nothing more is described
    } else if (offer.isEmpty() && !exchange.isOurs() && exchange.isOpen()) {
      body = media.answer(answer.orElse(OfferSpec.EMPTY));
    } else if (offer.isEmpty() && !exchange.isOurs() && exchange.answer().isPresent()) {
      body = exchange.answer().get();
    } else {
      OfferSpec spec = offer.or(() -> own).orElse(OfferSpec.EMPTY);
      body = invite ? media.offerOfInvite(spec) : media.offer(spec);
    }
    return body.length == 0 ? Optional.empty() : Optional.of(body);
  }
}
