package io.parley.profile;

import io.parley.sip.HeaderField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a far end calls.
 *
 * @param caller the calling number
 * @param host the host in From, {@code {target}} for that of whom it calls; empty = its own address
 * @param headers headers beyond those that every INVITE has, in its order; {@code {caller}} and
 *     {@code {address}} stand for the number and the address of its own. An Allow among them is
 *     sent instead of the usual one
 * @param userPhone whether its URIs say {@code user=phone}
 * @param offer what it offers beyond what it insists on
 */
public record Invite(
    String caller,
    Optional<String> host,
    List<HeaderField> headers,
    boolean userPhone,
    Offer offer) {

  /**
   * The manner of its offers.
   *
   * @param suites SDES crypto-suites, where it offers others than it insists on
   * @param firstTag the tag of the first {@code a=crypto} line
   * @param lifetime of each key, as written: {@code 2^31}
   * @param ptime in milliseconds; empty = it says nothing
   * @param rtcpMux whether it says {@code a=rtcp-mux}
   */
  public record Offer(
      List<String> suites,
      int firstTag,
      Optional<String> lifetime,
      OptionalInt ptime,
      boolean rtcpMux) {
    static final Offer PLAIN =
        new Offer(List.of(), 1, Optional.empty(), OptionalInt.empty(), false);

    /** Copies the list. */
    public Offer {
      suites = List.copyOf(suites);
    }
  }

  /** Nothing particular. */
  static final Invite PLAIN =
      new Invite("+15550190000", Optional.empty(), List.of(), true, Offer.PLAIN);

  /** Copies the list. */
  public Invite {
    headers = List.copyOf(headers);
  }
}
