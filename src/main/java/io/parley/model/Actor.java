package io.parley.model;

import java.util.List;
import java.util.Optional;

/**
 * One scripted user agent.
 *
 * @param name its name in the steps
 * @param role whether it calls or is called
 * @param offer what it offers, base resolved
 * @param answer what it answers; empty = by RFC 3264 from the offer received
 * @param number the number it has: From of a caller, the called number of a callee; may hold {@code
 *     ${numbers.callee}}
 * @param transport {@code udp} or {@code tcp}; empty = the target's
 * @param headers headers on every initial request it sends
 * @param manners what it does by itself
 */
public record Actor(
    String name,
    Role role,
    Optional<OfferSpec> offer,
    Optional<OfferSpec> answer,
    Optional<String> number,
    Optional<String> transport,
    List<HeaderEdit> headers,
    Manners manners) {

  /** An actor that does by itself what RFC 3261 asks. */
  public Actor(
      String name,
      Role role,
      Optional<OfferSpec> offer,
      Optional<OfferSpec> answer,
      Optional<String> number,
      Optional<String> transport,
      List<HeaderEdit> headers) {
    this(name, role, offer, answer, number, transport, headers, Manners.USUAL);
  }

  /** The same without a number of its own. */
  public Actor withoutNumber() {
    return new Actor(name, role, offer, answer, Optional.empty(), transport, headers, manners);
  }

  /** Which side of the call. */
  public enum Role {
    /** UAC of the call (RFC 3261 §6). */
    CALLER,
    /** UAS of the call. */
    CALLEE
  }
}
