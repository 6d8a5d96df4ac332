package io.parley.match;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses as text; two spellings of one IPv6 address are the same. Never asks DNS. */
final class AddressText {
  private AddressText() {}

  static boolean same(String a, String b) {
    return canonical(a).equals(canonical(b));
  }

  private static String canonical(String text) {
    String bare = text.strip().replaceAll("^\\[|]$", "");
    // Only what cannot be a host name is handed to the resolver's parser.
    if (bare.indexOf(':') < 0) {
      return bare.toLowerCase(java.util.Locale.ROOT);
    }
    try {
      return InetAddress.getByName(bare.split("%")[0]).getHostAddress();
    } catch (UnknownHostException e) {
      return bare;
    }
  }
}
