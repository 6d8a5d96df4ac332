package io.parley.play;

import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** Session timers (RFC 4028) of the embedded SBC, on either leg, with intervals of seconds. */
public class SessionTimerTests {
  private static final String HEAD =
      """
      scenario: A script of a test
      id: script
      actors:
        caller: { offer: { base: plain, codecs: [PCMU] } }
      steps:
      """;

  private static final String HANG_UP =
      """
      - caller: { send: BYE }
      - callee: { receive: BYE }
      - caller: { receive: 200, method: BYE }
      """;

  private EmbeddedScript asked;
  private EmbeddedScript always;

  @BeforeClass
  public void open() {
    asked = new EmbeddedScript("{ min-session: 1s }");
    always = new EmbeddedScript("{ session: 2s, min-session: 1s }");
  }

  @AfterClass(alwaysRun = true)
  public void close() {
    asked.close();
    always.close();
  }

  private static void passes(EmbeddedScript script, String steps) {
    AtEmbeddedSbc.assertPassed(script.play(HEAD + steps.indent(2)));
  }

  /** The caller's call, answered; what each side says of session timers. */
  private static String call(String asks, String offered, String answers, String agreed) {
    return """
    - caller: { send: INVITE, headers: %s }
    - callee: { receive: INVITE, headers: %s }
    - callee: { send: 200, headers: %s }
    - caller: { receive: 200, headers: %s }
    """
        .formatted(asks, offered, answers, agreed);
  }

  @Test
  public void whoeverDoesNotAskGetsNone() {
    passes(
        asked,
        call("{}", "{ Session-Expires: ~ }", "{}", "{ Session-Expires: ~, Require: ~ }")
            + """
            - caller: { send: BYE }
            - callee: { receive: BYE }
            - caller: { receive: 200 }
            """);
  }

  @Test
  public void theCallerRefreshesAndTheSbcRefreshesTheFarEnd() {
    passes(
        asked,
        call(
                "{ Supported: timer, Session-Expires: '4' }",
                "{ Session-Expires: '4', Supported: { contains: timer } }",
                "{ Require: timer, Session-Expires: '4;refresher=uac' }",
                "{ Session-Expires: '4;refresher=uac', Require: timer }")
            // The SBC asked for the far end's session, so it refreshes that at half the interval.
            + """
            - callee: { receive: INVITE, within: 4s, headers: { Session-Expires: "4;refresher=uac" } }
            - callee: { send: 200, headers: { Require: timer, Session-Expires: "4;refresher=uac" } }
            - callee: { receive: ACK }
            - caller: { never: BYE, for: 100ms }
            """
            + HANG_UP);
  }

  @Test
  public void aCallerThatDoesNotRefreshLosesTheCall() {
    passes(
        asked,
        call(
                "{ Supported: timer, Session-Expires: '3' }",
                "{}",
                "{}",
                "{ Session-Expires: '3;refresher=uac' }")
            + """
            - caller: { receive: BYE, within: 5s, headers: { Reason: "/session expired/" } }
            - callee: { receive: BYE, within: 5s }
            """);
  }

  @Test
  public void aRefreshByReinviteKeepsTheCallUp() {
    String refresh =
        """
        - pause: 1200ms
        - caller: { send: INVITE, headers: { Supported: timer, Session-Expires: "3;refresher=uac" } }
        - callee: { receive: INVITE }
        - callee: { send: 200 }
        - caller: { receive: 200, headers: { Session-Expires: "3;refresher=uac" } }
        """;
    passes(
        asked,
        call(
                "{ Supported: timer, Session-Expires: '3' }",
                "{}",
                "{}",
                "{ Session-Expires: '3;refresher=uac' }")
            + refresh
            + refresh
            + HANG_UP);
  }

  @Test
  public void aCallerThatLeavesItToTheSbcIsRefreshedWithTheSameSession() {
    passes(
        asked,
        call(
                "{ Supported: timer, Session-Expires: '2;refresher=uas' }",
                "{}",
                "{}",
                "{ Session-Expires: '2;refresher=uas' }")
            + """
            - caller: { receive: INVITE, within: 4s, offer: { codecs: [PCMU], address: target } }
            - caller: { send: 200, headers: { Require: timer, Session-Expires: "2;refresher=uac" } }
            - caller: { receive: ACK }
            - caller: { receive: INVITE, within: 4s }
            - caller: { send: 200, headers: { Require: timer, Session-Expires: "2;refresher=uac" } }
            - caller: { receive: ACK }
            """
            + HANG_UP);
  }

  @Test
  public void aRefreshThatIsRefusedWith481EndsTheCallOnBothLegs() {
    passes(
        asked,
        call(
                "{ Supported: timer, Session-Expires: '2;refresher=uas' }",
                "{}",
                "{}",
                "{ Session-Expires: '2;refresher=uas' }")
            + """
            - caller: { receive: INVITE, within: 4s }
            - caller: { send: 481 }
            - caller: { receive: BYE }
            - callee: { receive: BYE }
            """);
  }

  @Test
  public void anSbcThatAlwaysAsksRefreshesWhoeverKnowsNoTimers() {
    passes(
        always,
        call(
                "{}",
                "{ Session-Expires: '2' }",
                "{}",
                "{ Session-Expires: '2;refresher=uas', Require: ~ }")
            + """
            - caller: { receive: INVITE, within: 4s }
            - caller: { send: 200 }
            - caller: { receive: ACK }
            """
            + HANG_UP);
  }

  @Test
  public void theFarEndsLeastIntervalIsAskedForAgain() {
    passes(
        asked,
        """
        - caller: { send: INVITE, headers: { Supported: timer, Session-Expires: "60" } }
        - callee: { receive: INVITE, headers: { Session-Expires: "60" } }
        - callee: { send: 422, headers: { Min-SE: "120" } }
        - callee: { receive: INVITE, headers: { Session-Expires: "120", Min-SE: "120" } }
        - callee: { send: 200, headers: { Require: timer, Session-Expires: "120;refresher=uac" } }
        - caller: { receive: 200, headers: { Session-Expires: "60;refresher=uac" } }
        - caller: { send: BYE }
        - callee: { receive: BYE }
        - caller: { receive: 200, method: BYE }
        """);
  }

  @Test
  public void anIntervalBelowTheLeastIsRefusedWithIt() {
    try (EmbeddedScript careful = new EmbeddedScript("{ min-session: 100s }")) {
      passes(
          careful,
          """
          - caller: { send: INVITE, headers: { Supported: timer, Session-Expires: "90" } }
          - caller: { receive: 422, headers: { Min-SE: "100" } }
          - caller: { send: INVITE, headers: { Supported: timer, Session-Expires: "100", Min-SE: "100" } }
          - callee: { receive: INVITE }
          - callee: { send: 486 }
          - caller: { receive: 486 }
          """);
    }
  }

  @Test
  public void whoeverRequiresTimersIsTaken() {
    passes(
        asked,
        """
        - caller: { send: INVITE, headers: { Require: timer, Session-Expires: "90" } }
        - callee: { receive: INVITE }
        - callee: { send: 486 }
        - caller: { receive: 486 }
        """);
  }

  @Test
  public void theExampleOnThePagePasses() {
    AtEmbeddedSbc.assertPassed(asked.example("session-by-example"));
  }
}
