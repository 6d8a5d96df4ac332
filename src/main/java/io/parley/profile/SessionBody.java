package io.parley.profile;

import io.parley.sdp.Sdp;
import io.parley.sip.BodyPart;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;

/**
 * The session description of a message: the whole body, or the SDP part of a {@code multipart} body
 * (RFC 5621).
 *
 * @param present whether the message has a body at all
 * @param type media type of the body in lower case; empty without Content-Type
 * @param sdp the description; empty when there is none
 * @param others types of the other parts that say they must be understood (RFC 3261 §20.11)
 */
public record SessionBody(boolean present, String type, Optional<Sdp> sdp, List<String> others) {

  /** Reads a message's body. */
  public static SessionBody of(SipMessage message) {
    List<BodyPart> parts = BodyPart.of(message);
    return new SessionBody(
        !parts.isEmpty() || message.body().length > 0,
        message.contentType(),
        message.sdp().map(p -> Sdp.of(p.bytes())),
        parts.stream().filter(p -> !p.isSdp() && p.isRequired()).map(BodyPart::type).toList());
  }
}
