package io.parley.profile;

import io.parley.sip.HeaderField;
import java.util.List;
import java.util.Optional;

/**
 * How a far end calls.
 *
 * @param caller the calling number
 * @param host the host in From; empty = its own address
 * @param headers headers beyond those that every INVITE has, in its order
 * @param suites SDES crypto-suites it offers, where it offers others than it insists on
 */
public record Invite(
    String caller, Optional<String> host, List<HeaderField> headers, List<String> suites) {

  /** Nothing particular. */
  static final Invite PLAIN = new Invite("+15550190000", Optional.empty(), List.of(), List.of());

  /** Copies the lists. */
  public Invite {
    headers = List.copyOf(headers);
    suites = List.copyOf(suites);
  }
}
