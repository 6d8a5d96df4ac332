package io.parley.target.docker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Who has which loopback address. Callers, callees and the SBC each have their own, so that an
 * address which the SBC should have replaced is seen.
 */
final class LoopbackPlan {
  static final InetAddress CALLERS = loopback(1, 1);
  static final InetAddress CALLEES = loopback(2, 1);
  static final InetAddress MEDIA = loopback(4, 9);

  /** The SBC's signalling address by profile, in the order in which profiles are listed. */
  static final Map<String, InetAddress> PROFILES = profiles();

  private LoopbackPlan() {}

  /** The variable that tells the container the address of a profile. */
  static String variable(String profile) {
    return "PARLEY_" + profile.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Map<String, InetAddress> profiles() {
    Map<String, InetAddress> out = new LinkedHashMap<>();
    out.put("teams-direct-routing", loopback(4, 1));
    out.put("teams-media-bypass", loopback(4, 2));
    out.put("zoom-byoc", loopback(4, 3));
    out.put("sipconnect", loopback(4, 4));
    return Collections.unmodifiableMap(out);
  }

  private static InetAddress loopback(int third, int fourth) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, (byte) third, (byte) fourth});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
