package io.parley.model;

import java.util.List;
import java.util.Optional;

/**
 * One scripted user agent.
 *
 * @param name its name in the steps; {@code name/dialog} for a further dialog of the same user
 *     agent
 * @param role whether it calls or is called in this dialog
 * @param side where it is, seen from the target
 * @param offer what it offers, base resolved
 * @param answer what it answers; empty = by RFC 3264 from the offer received
 * @param number the number it has: From of a caller, the called number of a callee; may hold {@code
 *     ${numbers.callee}}
 * @param transport {@code udp}, {@code tcp} or {@code tls}; empty = the target's
 * @param headers headers on every initial request it sends
 * @param manners what it does by itself
 * @param link how else its messages travel
 */
public record Actor(
    String name,
    Role role,
    Side side,
    Optional<OfferSpec> offer,
    Optional<OfferSpec> answer,
    Optional<String> number,
    Optional<String> transport,
    List<HeaderEdit> headers,
    Manners manners,
    Link link) {
  /** The callee that is there where a scenario scripts none. */
  public static final String FAR_END = "far-end";

  /** The number of an actor that has a trunk of two servers for itself. */
  public static final String REDUNDANT = "${numbers.redundant}";

  /** An actor on its role's usual side that does by itself what RFC 3261 asks. */
  public Actor(
      String name,
      Role role,
      Optional<OfferSpec> offer,
      Optional<OfferSpec> answer,
      Optional<String> number,
      Optional<String> transport,
      List<HeaderEdit> headers) {
    this(
        name,
        role,
        Side.of(role),
        offer,
        answer,
        number,
        transport,
        headers,
        Manners.USUAL,
        Link.USUAL);
  }

  /** Which side of the target an actor is on. */
  public enum Side {
    /** Where callers usually are: their trunk or access network. */
    NEAR,
    /** The far end: where the target's calls come out. */
    FAR;

    /** Where an actor of that role is unless it is said otherwise. */
    public static Side of(Role role) {
      return role == Role.CALLER ? NEAR : FAR;
    }
  }

  /** The name of the user agent, which is that of its first dialog. */
  public String person() {
    return person(name);
  }

  /** The user agent that an actor's name stands for. */
  public static String person(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  /** Whether it takes part in a call that the target's far end makes. */
  public boolean isInward() {
    return role == Role.CALLER ? side == Side.FAR : side == Side.NEAR;
  }

  /** The same with another number; empty = none. */
  public Actor withNumber(Optional<String> other) {
    return new Actor(name, role, side, offer, answer, other, transport, headers, manners, link);
  }

  /** Which side of the call. */
  public enum Role {
    /** UAC of the call (RFC 3261 §6). */
    CALLER,
    /** UAS of the call. */
    CALLEE
  }
}
