package io.parley.play.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.SipMessage;
import org.testng.annotations.Test;

/** What is still to be waited for once a script is over. */
public class OwnRequestsTests {
  private static final SipMessage INVITE =
      SipMessage.of("INVITE sip:b@example.com SIP/2.0\r\nCall-ID: c\r\nCSeq: 1 INVITE\r\n\r\n");

  @Test
  public void anInviteThatJustLeftMayStillBeAnswered() {
    OwnRequests own = new OwnRequests(false);
    assertThat(own.isClear()).isTrue();
    own.sent(INVITE, false);
    assertThat(own.isClear()).isFalse();
  }

  @Test
  public void oneWhoseConnectionWasNotTakenIsNot() {
    OwnRequests own = new OwnRequests(false);
    own.sent(INVITE, false);
    own.notDelivered();
    assertThat(own.isClear()).isTrue();
    own.sent(INVITE, false); // to the next server
    assertThat(own.isClear()).isFalse();
  }
}
