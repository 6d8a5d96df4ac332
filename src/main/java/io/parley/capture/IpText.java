package io.parley.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses as text. */
final class IpText {
  private IpText() {}

  /** Four or sixteen bytes as an address; empty text for any other length. Looks nothing up. */
  static String of(Payload address) {
    try {
      return InetAddress.getByAddress(address.copy()).getHostAddress();
    } catch (UnknownHostException e) {
      return "";
    }
  }

  /** {@code address:port}, an IPv6 address in brackets. */
  static String of(String address, int port) {
    return address.contains(":") ? "[" + compact(address) + "]:" + port : address + ":" + port;
  }

  /** RFC 5952 §4.2: the longest run of zero groups becomes {@code ::}. */
  private static String compact(String address) {
    String[] group = address.split(":");
    int best = -1;
    int length = 1;
    for (int i = 0; i < group.length; i++) {
      int end = i;
      while (end < group.length && group[end].equals("0")) {
        end++;
      }
      if (end - i > length) {
        best = i;
        length = end - i;
      }
    }
    if (best < 0) {
      return address;
    }
    String before = String.join(":", java.util.Arrays.copyOfRange(group, 0, best));
    String after =
        String.join(":", java.util.Arrays.copyOfRange(group, best + length, group.length));
    return before + "::" + after;
  }
}
