package io.parley.target;

import java.util.Optional;
import java.util.Set;

/**
 * Which numbers a target may be made to dial. Emergency and other short numbers are never dialled
 * unless the limits list exactly that number; a wildcard does not cover them.
 */
public final class DialRule {
  /** Longest number without a plus that counts as a short code. */
  private static final int SHORT = 4;

  /** Emergency numbers that are longer, or that some networks take with a prefix. */
  private static final Set<String> EMERGENCY =
      Set.of(
          "000", "008", "015", "017", "018", "061", "062", "065", "066", "080", "085", "088", "092",
          "100", "101", "102", "103", "104", "105", "106", "107", "108", "110", "111", "112", "113",
          "114", "115", "116", "117", "118", "119", "120", "122", "123", "125", "128", "131", "132",
          "133", "140", "143", "144", "150", "151", "155", "156", "158", "166", "175", "177", "180",
          "185", "190", "191", "192", "193", "194", "195", "197", "198", "199", "211", "311", "411",
          "511", "611", "711", "811", "888", "900", "901", "902", "903", "911", "912", "913", "917",
          "933", "988", "991", "992", "993", "994", "995", "996", "997", "998", "999", "1122",
          "10111", "10177", "116000", "116006", "116111", "116117", "116123");

  private DialRule() {}

  /**
   * Why a number must not be dialled; empty = it may be.
   *
   * @param limits of the target; an empty {@code dial} allows any number but emergency and short
   *     ones
   * @param number the user part of the Request-URI as written
   */
  public static Optional<String> objection(Target.Limits limits, String number) {
    String plain = plain(number);
    if (limits.dial().stream().anyMatch(d -> plain(d).equals(plain))) {
      return Optional.empty();
    }
    String digits = plain.startsWith("+") ? plain.substring(1) : plain;
    boolean shortCode = plain.matches("\\d{1," + SHORT + "}");
    if (EMERGENCY.contains(digits) || shortCode) {
      return Optional.of(
          number
              + " is an emergency or short number. List it in limits.dial if it must be dialled.");
    }
    boolean allowed =
        limits.dial().isEmpty() || limits.dial().stream().anyMatch(d -> matches(d, plain));
    return allowed
        ? Optional.empty()
        : Optional.of(
            number
                + " is not covered by limits.dial "
                + limits.dial()
                + ". Add it there if it may be dialled.");
  }

  /** Without visual separators (RFC 3966 §5.1.1). */
  private static String plain(String number) {
    return number.matches("[+\\d().\\- ]+") ? number.replaceAll("[().\\- ]", "") : number;
  }

  private static boolean matches(String pattern, String number) {
    int at = 0;
    String[] parts = pattern.split("\\*", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      int found =
          last && i > 0 ? number.length() - parts[i].length() : number.indexOf(parts[i], at);
      boolean there = found >= at && number.startsWith(parts[i], found);
      if (!there || i == 0 && found != 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return at == number.length();
  }
}
