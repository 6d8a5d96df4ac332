package io.parley.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.Test;

/** What is kept of a capture with more calls than memory holds. */
public class InboxTests {

  @Test
  public void callsThatAreKeptAreKeptToTheirEndAndTheOthersAreCounted() {
    Inbox inbox = new Inbox(30_000);
    for (int i = 0; i < 40; i++) {
      inbox.put(message("INVITE sip:+15550100001@example.com SIP/2.0", i));
      // The answers come late, so that some come only when there is no more room.
      if (i >= 10) {
        inbox.put(message("SIP/2.0 488 Not Acceptable Here", i - 10));
      }
    }
    for (int i = 30; i < 40; i++) {
      inbox.put(message("SIP/2.0 603 Decline", i));
    }
    List<CapturedCall> calls = CallList.of(inbox.messages()).calls();
    Capture.LeftOut left = inbox.tally(0, 0).leftOut();
    assertThat(calls).hasSizeBetween(10, 30).allMatch(c -> c.telling().status() == 488);
    assertThat(calls.size() + left.invites()).isEqualTo(40);
    assertThat(left.finals()).isEqualTo(Map.of(488, 30L - calls.size(), 603, 10L));
  }

  @Test
  public void nothingIsLeftOutWhereThereIsRoom() {
    Inbox inbox = new Inbox();
    inbox.put(message("INVITE sip:+15550100001@example.com SIP/2.0", 1));
    assertThat(inbox.tally(0, 0).leftOut().any()).isFalse();
  }

  private static CapturedMessage message(String start, int call) {
    String text =
        "%s\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK%d\r\nCall-ID: %d\r\nCSeq: 1 INVITE\r\n\r\n"
            .formatted(start, call, call);
    return new CapturedMessage(
        1, Optional.empty(), CapturedMessage.Path.UNKNOWN, SipMessage.of(text), false);
  }
}
