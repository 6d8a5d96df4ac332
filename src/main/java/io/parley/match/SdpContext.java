package io.parley.match;

import java.util.Set;

/**
 * What an SDP is judged against besides its expectation.
 *
 * @param targetAddresses media addresses of the SBC, as text
 * @param callerAddresses the caller's own media addresses, as text
 * @param role what the SDP of this message is
 */
public record SdpContext(Set<String> targetAddresses, Set<String> callerAddresses, SdpRole role) {

  /** Knows nothing: {@code address: target} and {@code caller} cannot be met. */
  public static final SdpContext UNKNOWN = new SdpContext(Set.of(), Set.of(), SdpRole.UNKNOWN);

  /** The same for an SDP of another role. */
  public SdpContext with(SdpRole other) {
    return new SdpContext(targetAddresses, callerAddresses, other);
  }
}
