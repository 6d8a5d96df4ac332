package io.parley.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IP address written as text, told apart from a host name without asking DNS. */
public final class IpLiteral {
  /** Exact, because the JDK asks DNS for what only looks like an address. */
  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

  private IpLiteral() {}

  /**
   * The address, if the text is one.
   *
   * @param text IPv4 in four decimal parts, or IPv6 with or without brackets
   */
  public static Optional<InetAddress> parse(String text) {
    String plain =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    boolean v4 = V4.matcher(plain).matches();
    boolean v6 = plain.indexOf(':') >= 0 && plain.matches("[0-9A-Fa-f:.]+(%\\w+)?");
    if (!v4 && !v6) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(plain));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
