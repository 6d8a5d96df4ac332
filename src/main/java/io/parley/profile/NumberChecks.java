package io.parley.profile;

import java.util.Optional;

/** What can be said of the dialled number, and of the trunk. */
final class NumberChecks {
  private NumberChecks() {}

  static Optional<Fault> format(Profile profile, Judged judged) {
    boolean fits =
        profile.numberFormat() == NumberFormat.ANY || judged.dialled().matches("\\+[1-9]\\d{1,14}");
    return fits
        ? Optional.empty()
        : Optional.of(
            Fault.of(
                "expected + and 2 to 15 digits in the Request-URI, found '"
                    + judged.dialled()
                    + "'"));
  }

  static Optional<Fault> incomplete(Profile profile, Judged judged) {
    NumberPlan plan = judged.numbers();
    return !plan.knows(judged.dialled()) && plan.couldBecome(judged.dialled())
        ? Optional.of(
            Fault.of("expected a whole number, found its beginning '" + judged.dialled() + "'"))
        : Optional.empty();
  }

  static Optional<Fault> unknown(Profile profile, Judged judged) {
    NumberPlan plan = judged.numbers();
    return plan.isOpen() || plan.knows(judged.dialled())
        ? Optional.empty()
        : Optional.of(Fault.of("expected a number of the plan, found '" + judged.dialled() + "'"));
  }

  static Condition.Check role(String role, String words) {
    return (profile, judged) ->
        judged.numbers().has(role, judged.dialled())
            ? Optional.of(Fault.of(words))
            : Optional.empty();
  }

  static Optional<Fault> noChannel(Profile profile, Judged judged) {
    return !judged.channelsLeft() || judged.numbers().has("unavailable", judged.dialled())
        ? Optional.of(Fault.of("expected a free channel on the trunk, found none"))
        : Optional.empty();
  }
}
