package io.parley.target;

/**
 * Ports from a first to a last.
 *
 * @param first 1..65535
 * @param last included; greater than the first
 */
public record PortRange(int first, int last) {

  /** RTP ports where the user asks for no others. */
  static final PortRange USUAL = new PortRange(30000, 30999);
}
