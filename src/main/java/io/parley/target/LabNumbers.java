package io.parley.target;

import io.parley.farend.EmbeddedSbc;
import io.parley.profile.NumberPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers that every target we bring along has, by role, and the pools that two-leg cases lease
 * from.
 */
public final class LabNumbers {
  /** Called numbers that are relayed to the far end. */
  public static final String CALLEES = "+1555010{0000..0099}";

  /** Calling numbers, the n-th goes with the n-th callee. */
  public static final String CALLERS = "+1555019{0000..0099}";

  /** The role of a number that leads to a trunk of two servers. */
  static final String REDUNDANT = "redundant";

  /** A number for each role that scenarios name. */
  public static final Map<String, String> BY_ROLE =
      Map.of(
          "caller",
          "+15550190000",
          "callee",
          "+15550100000",
          "guarded",
          "+15550190401",
          "busy",
          "+15550101486",
          "declined",
          "+15550101603",
          "cost",
          "+15550102603",
          "error",
          "+15550101500",
          "unavailable",
          "+15550101503",
          "unknown",
          "+15550109999",
          REDUNDANT,
          NumberPlan.expand(LabServers.REDUNDANT).get(0));

  /** Who may register as the number {@code guarded}. */
  public static final Target.Credentials GUARD =
      new Target.Credentials(EmbeddedSbc.USER, EmbeddedSbc.PASSWORD);

  private LabNumbers() {}

  /** How a call that leaves such a target is found again: by the called number, digit for digit. */
  public static Correlation correlation() {
    return new Correlation(
        "called-number", NumberPlan.expand(CALLEES), 0, NumberPlan.expand(CALLERS));
  }

  /** Who is known where by these numbers. */
  static NumberPlan plan() {
    Map<String, List<String>> out = new HashMap<>();
    BY_ROLE.forEach((role, number) -> out.put(role, List.of(number)));
    out.put("callee", List.of(CALLEES));
    out.put("caller", List.of(CALLERS));
    out.put(REDUNDANT, List.of(LabServers.REDUNDANT));
    return new NumberPlan(out);
  }
}
