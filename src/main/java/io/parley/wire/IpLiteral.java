package io.parley.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An IP address written as text, told apart from a host name without asking DNS. */
public final class IpLiteral {
  /** Exact, because the JDK asks DNS for what only looks like an address. */
  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

  /** Two or more groups that are zero, with the colons around them. */
  private static final Pattern ZEROS = Pattern.compile("(?:^|:)(?<![0-9a-f])0(?::0)+(?:$|:)");

  private IpLiteral() {}

  /**
   * An address as text: IPv6 in its recommended form (RFC 5952), the longest run of zeros left out,
   * without a scope, which means nothing elsewhere.
   */
  public static String text(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 4) {
      return address.getHostAddress();
    }
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < bytes.length; i += 2) {
      groups.add(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff));
    }
    String text = String.join(":", groups);
    Matcher zeros = ZEROS.matcher(text);
    int from = 0;
    int to = 0;
    while (zeros.find()) {
      if (zeros.end() - zeros.start() > to - from) {
        from = zeros.start();
        to = zeros.end();
      }
    }
    return to == 0 ? text : text.substring(0, from) + "::" + text.substring(to);
  }

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
