package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What may be said of copies and of counts, and what is told of a mistake in it. */
public class CopiesTests {
  private static final String SCRIPT =
      """
      scenario: Copies
      id: s0
      actors:
        caller: { offer: plain, %s }
        callee: { trying: none }
      steps:
        - caller: { send: INVITE }
        - callee: { receive: INVITE }
        - callee: { %s }
      """;

  @DataProvider
  public Object[][] right() {
    return new Object[][] {
      {"repeated: INVITE, times: 2+"},
      {"repeated: INVITE, times: 0, for: 1s"},
      {"repeated: INVITE, times: 1-2, for: 1s"},
      {"repeated: INVITE, spacing: T1"},
      {"repeated: INVITE, spacing: [T1, 2 * T1, 800ms], tolerance: 10%, within: 9s"},
      {"receive: INFO, times: 3"},
      {"receive: INFO, times: 1-2, optional: true"},
    };
  }

  @Test(dataProvider = "right")
  public void isTaken(String step) {
    assertThat(load("ack: { after: 3s }", step).problems()).isEmpty();
  }

  @DataProvider
  public Object[][] wrong() {
    return new Object[][] {
      {"repeated: INVITE", "neither 'times' nor 'spacing'"},
      {"repeated: INVITE, times: 2", "Add 'for: 2s', or write at least so many: 2+"},
      {"repeated: INVITE, times: 3-1", "expected a number, 3+ for at least three, or 2-4"},
      {"repeated: INVITE, times: many", "expected a number, 3+ for at least three, or 2-4"},
      {"repeated: INVITE, spacing: 0*T1", "expected a time such as 500ms, or T1, 2*T1"},
      {"repeated: INVITE, spacing: soon", "expected a time such as"},
      {"repeated: INVITE, times: 1+, tolerance: 5", "expected a share such as 30%"},
      {"repeated: INVITE, spacing: T1, for: 2s", "Use one or the other"},
      {"repeated: expected, times: 1+", "repeated: expected a method or statuses"},
      {"receive: INFO, times: 2+", "a receive counts to an end"},
      {"receive: INFO, times: 0", "a receive counts to an end"},
      {"receive: INFO, times: 2, capture: { x: To }", "concern one message"},
      {"repaeted: INVITE, times: 1+", "repeated"},
    };
  }

  @Test(dataProvider = "wrong")
  public void isToldWithItsPlace(String step, String words) {
    assertThat(load("ack: none", step).problems())
        .isNotEmpty()
        .first()
        .asString()
        .contains("s0.yaml:9:")
        .contains(words);
  }

  @Test
  public void anAckIsNoneOrLate() {
    assertThat(load("ack: never", "receive: ACK").problems().toString())
        .contains("expected none, or a map with after");
    assertThat(load("trying: no", "receive: ACK").problems().toString())
        .contains("one of auto, none");
  }

  private static Loaded load(String caller, String step) {
    return ScenarioTexts.load(Contexts.full(), SCRIPT.formatted(caller, step));
  }
}
