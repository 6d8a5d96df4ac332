package io.parley.run;

import io.parley.model.Case;
import io.parley.profile.Profiles;
import io.parley.target.TargetPlan;
import java.util.List;
import java.util.Map;

/** The good call of the preflight, under each profile. */
final class ControlCases {
  private static final String TEXT =
      """
      scenario: A good call is accepted
      id: check
      offer: "${vars.base}"
      expect: { status: 2xx }
      control: none
      """;

  /** What every shipped profile accepts. */
  private static final String UNDER_PROFILE = "secure-ice";

  private static final String WITHOUT_PROFILE = "plain";

  private ControlCases() {}

  /**
   * One case for each profile, or one without.
   *
   * @param selected the profiles the user named; empty = all of the target's
   * @throws UsageException when the target cannot be tested under one of them
   */
  static List<Case> of(List<String> selected, Profiles profiles, TargetPlan plan) {
    boolean plain = selected.isEmpty() && plan.profiles().isEmpty();
    Map<String, String> set = Map.of("base", plain ? WITHOUT_PROFILE : UNDER_PROFILE);
    return new CaseLoading(new RunRequest.Selection(List.of(), selected, List.of(), set), profiles)
        .text("check", TEXT, plan)
        .cases();
  }
}
