package io.parley.play;

import org.testng.annotations.Test;

/** An embedded SBC that carries out what its far end asks for by REFER, where that goes wrong. */
public class CarriedTransferTests extends AtEmbeddedSbc {
  private static final String HEAD =
      """
      scenario: A transfer that an SBC carries out
      id: carried
      actors:
        caller: { offer: plain }
        callee: {}
        colleague: { role: callee }
      steps:
        - caller: { send: INVITE, to: callee }
        - callee: { receive: INVITE }
        - callee: { send: 200 }
        - caller: { receive: 200 }
        - callee: { receive: ACK }
      """;

  private static final String REFERRED =
      """
      - callee: { send: REFER, headers: { Refer-To: "<${colleague.uri}>" } }
      - callee: { receive: 202 }
      - callee: { receive: NOTIFY, headers: { Subscription-State: "/^active/" } }
      - callee: { send: 200 }
      - colleague: { receive: INVITE }
      """;

  private static final String HUNG_UP =
      """
      - callee: { send: BYE }
      - caller: { receive: BYE }
      - caller: { send: 200 }
      - callee: { receive: 200, method: BYE }
      """;

  @Override
  EmbeddedScript opened() {
    return new EmbeddedScript("{ t1: 100ms, refer: carry-out }");
  }

  private void assertPlayed(String... steps) {
    assertPassed(script.play(HEAD + String.join("", steps).indent(2)));
  }

  private static String told(String status) {
    return """
        - callee: { receive: NOTIFY, headers: { Subscription-State: "/^terminated/" } }
        - check: callee.NOTIFY.body matches /^SIP\\/2.0 %s/
        - callee: { send: 200 }
        """
        .formatted(status);
  }

  @Test
  public void aCallerWhoHangsUpMeanwhileTakesTheTransferBack() {
    assertPlayed(
        REFERRED,
        """
        - colleague: { send: 180 }
        - pause: 100ms
        - caller: { send: BYE }
        - unordered:
            steps:
              - callee: { receive: BYE }
              - colleague: { receive: CANCEL }
        - callee: { send: 200, method: BYE }
        - caller: { receive: 200, method: BYE }
        """,
        told("487"));
  }

  @Test
  public void whoDoesNotAnswerIsGivenUp() {
    String steps =
        HEAD + (REFERRED + "- colleague: { receive: CANCEL }\n" + told("408") + HUNG_UP).indent(2);
    try (EmbeddedScript impatient =
        new EmbeddedScript("{ t1: 100ms, patience: 1500ms, refer: carry-out }")) {
      assertPassed(impatient.play(steps));
    }
  }

  @Test
  public void whoWasLeftAloneIsHungUpWhenTheTransferFails() {
    assertPlayed(
        REFERRED,
        """
        - callee: { send: BYE }
        - callee: { receive: 200, method: BYE }
        - caller: { never: BYE, for: 200ms }
        - colleague: { send: 486 }
        - caller: { receive: BYE }
        - caller: { send: 200 }
        """,
        told("486"));
  }

  @Test
  public void oneTransferIsUnderWayAtATime() {
    assertPlayed(
        REFERRED,
        """
        - callee: { send: REFER, headers: { Refer-To: "<${colleague.uri}>" } }
        - callee: { receive: 491 }
        - colleague: { send: 486 }
        """,
        told("486"),
        HUNG_UP);
  }

  @Test
  public void whatNamesNobodyToCallIsRefused() {
    assertPlayed(
        """
        - callee: { send: REFER, headers: { Refer-To: ["<${colleague.uri}>", "<sip:other@example.com>"] } }
        - callee: { receive: 400 }
        - callee: { send: REFER, headers: { Refer-To: "<mailto:other@example.com>" } }
        - callee: { receive: 400 }
        - callee: { send: REFER, headers: { Refer-To: "<${colleague.uri};method=SUBSCRIBE>" } }
        - callee: { receive: 400 }
        """,
        HUNG_UP);
  }

  /** A dialog that is to be replaced and is not known (RFC 3891 §3). */
  @Test
  public void whatReplacesNothingIsTold() {
    assertPlayed(
        """
        - callee: { send: REFER, headers: { Refer-To: "<${colleague.uri}?Replaces=nobody%3Bto-tag%3D1%3Bfrom-tag%3D2>" } }
        - callee: { receive: 202 }
        - callee: { receive: NOTIFY, headers: { Subscription-State: "/^active/" } }
        - callee: { send: 200 }
        """,
        told("481"), HUNG_UP);
  }

  /** Codecs, keys and what is held are told to the caller, who may say so of its side too. */
  @Test
  public void theNewPartiesChangeTheCallAsAnyTwo() {
    assertPlayed(
        """
        - callee: { send: INVITE, offer: { base: actor, direction: inactive } }
        - caller: { receive: INVITE, offer: { direction: inactive } }
        - caller: { send: 200 }
        - callee: { receive: 200 }
        - caller: { receive: ACK }
        """,
        REFERRED,
        """
        - colleague: { send: 200, answer: { codecs: [PCMA] } }
        - caller: { receive: INVITE, offer: { codecs: [PCMA], direction: sendrecv, address: target } }
        - caller: { send: 200 }
        - caller: { receive: ACK }
        """,
        told("200"),
        """
        - callee: { receive: BYE }
        - callee: { send: 200 }
        - caller: { send: INVITE, offer: { base: actor, direction: sendonly } }
        - colleague: { receive: INVITE, offer: { direction: sendonly, address: target } }
        - colleague: { send: 200 }
        - caller: { receive: 200, answer: { direction: recvonly } }
        - colleague: { receive: ACK, within: 2s }
        - caller: { send: BYE }
        - colleague: { receive: BYE }
        - colleague: { send: 200 }
        - caller: { receive: 200, method: BYE }
        """);
  }
}
