package io.parley.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which numbers play which role at a far end.
 *
 * @param roles role ({@code callee}, {@code busy}, {@code declined}, {@code cost}, {@code error},
 *     {@code unavailable}, {@code unknown}) to its numbers; a number may be a pool, {@code
 *     +1555010{0000..0099}}
 */
public record NumberPlan(Map<String, List<String>> roles) {
  private static final Pattern POOL = Pattern.compile("(.*)\\{(\\d+)\\.\\.(\\d+)}(.*)");

  /** No number is known, none is refused. */
  public static final NumberPlan OPEN = new NumberPlan(Map.of());

  /** Copies. */
  public NumberPlan {
    roles = Map.copyOf(roles);
  }

  /** Whether the plan names anybody; an open plan judges no number. */
  public boolean isOpen() {
    return roles.isEmpty();
  }

  /** Whether that user part has that role. */
  public boolean has(String role, String user) {
    return roles.getOrDefault(role, List.of()).stream().anyMatch(n -> covers(n, user));
  }

  /** Whether that user part reaches somebody or something other than "unknown". */
  public boolean knows(String user) {
    return roles.keySet().stream().anyMatch(r -> !r.equals("unknown") && has(r, user));
  }

  /** Whether more digits could make a known number of it (RFC 3261 §21.4.22). */
  public boolean couldBecome(String user) {
    return !user.isEmpty()
        && roles.values().stream()
            .flatMap(List::stream)
            .anyMatch(n -> first(n).length() > user.length() && first(n).startsWith(user));
  }

  /** All numbers of a pool, in order; a plain number is a pool of one. */
  public static List<String> expand(String pool) {
    Matcher m = POOL.matcher(pool);
    if (!m.matches()) {
      return List.of(pool);
    }
    List<String> out = new ArrayList<>();
    for (long n = Long.parseLong(m.group(2)); n <= Long.parseLong(m.group(3)); n++) {
      out.add(m.group(1) + String.format("%0" + m.group(2).length() + "d", n) + m.group(4));
    }
    return out;
  }

  private static boolean covers(String pool, String user) {
    Matcher m = POOL.matcher(pool);
    if (!m.matches()) {
      return pool.equals(user);
    }
    int digits = m.group(2).length();
    int start = m.group(1).length();
    if (user.length() != start + digits + m.group(4).length()
        || !user.startsWith(m.group(1))
        || !user.endsWith(m.group(4))) {
      return false;
    }
    String middle = user.substring(start, start + digits);
    return middle.matches("\\d+")
        && middle.compareTo(m.group(2)) >= 0
        && middle.compareTo(m.group(3)) <= 0;
  }

  private static String first(String pool) {
    return expand(pool).get(0);
  }
}
