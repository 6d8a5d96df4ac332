package io.parley.model;

import java.util.List;
import java.util.Optional;

/**
 * ICE in an offer (RFC 8445, RFC 8839), good where nothing is said.
 *
 * @param mode how much of it
 * @param ufrag user name fragment as written; {@code none} = no such line; empty = a fresh one
 * @param password password as written; {@code none} = no such line; empty = a fresh one
 * @param candidates the candidates; empty = by mode: one host candidate equal to the default
 *     address, for a full agent a server reflexive and a relayed one as well
 * @param options value of {@code a=ice-options}
 * @param remoteCandidates value of {@code a=remote-candidates}
 * @param restart whether fresh credentials are made though there were some in this session (RFC
 *     8445 §9)
 * @param endOfCandidates whether {@code a=end-of-candidates} is written (RFC 8840)
 */
public record IceSpec(
    Mode mode,
    Optional<String> ufrag,
    Optional<String> password,
    Optional<List<CandidateSpec>> candidates,
    Optional<String> options,
    Optional<String> remoteCandidates,
    boolean restart,
    boolean endOfCandidates) {

  /** How much of ICE is spoken. */
  public enum Mode {
    NONE,
    LITE,
    FULL
  }

  /** No ICE lines. */
  public static final IceSpec NONE = of(Mode.NONE);

  /**
   * {@code a=ice-lite}, credentials and exactly one host candidate, equal to the default address.
   */
  public static final IceSpec LITE = of(Mode.LITE);

  /** Credentials and a host, a server reflexive and a relayed candidate. */
  public static final IceSpec FULL = of(Mode.FULL);

  /** Whether the credentials of the session so far are kept. */
  public boolean keepsCredentials() {
    return ufrag.isEmpty() && password.isEmpty() && !restart;
  }

  /** That mode and nothing special. */
  public static IceSpec of(Mode mode) {
    return new IceSpec(
        mode,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }
}
