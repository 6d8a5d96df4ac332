package io.parley.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.SipMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Which messages make a call. */
public class CallListTests {
  private final List<CapturedMessage> messages = new ArrayList<>();

  @BeforeMethod
  public void clear() {
    messages.clear();
  }

  @Test
  public void aCallThatIsChallengedIsOne() {
    invite("b1", 1, "");
    response("b1", 1, 407);
    invite("b2", 2, "");
    response("b2", 2, 488);
    CapturedCall call = only();
    assertThat(call.telling().status()).isEqualTo(488);
    assertThat(call.telling().challenges()).isEqualTo(1);
    assertThat(call.invitations()).hasSize(1);
  }

  @Test
  public void aChallengeThatNobodyAnswersIsARefusal() {
    invite("b1", 1, "");
    response("b1", 1, 401);
    assertThat(only().telling().refused()).isTrue();
  }

  @Test
  public void retransmissionsAreCounted() {
    invite("b1", 1, "");
    invite("b1", 1, "");
    response("b1", 1, 180);
    response("b1", 1, 200);
    response("b1", 1, 200);
    Invitation i = only().telling();
    assertThat(i.retransmissions()).isEqualTo(1);
    assertThat(i.answerRetransmissions()).isEqualTo(1);
    assertThat(i.provisional()).hasSize(1);
    assertThat(i.acknowledged()).isFalse();
    add("ACK sip:b@example.com SIP/2.0", "b3", 1, "ACK", "");
    assertThat(only().telling().acknowledged()).isTrue();
  }

  @Test
  public void aReInviteThatIsRefusedTellsMore() {
    invite("b1", 1, "");
    response("b1", 1, 200);
    invite("b2", 2, ";tag=far");
    response("b2", 2, 488);
    assertThat(only().invitations()).hasSize(2);
    assertThat(only().telling().initial()).isFalse();
    assertThat(only().telling().status()).isEqualTo(488);
  }

  @Test
  public void aCallThatIsTakenBackIsNoFailure() {
    invite("b1", 1, "");
    add("CANCEL sip:b@example.com SIP/2.0", "b1", 1, "CANCEL", "");
    response("b1", 1, 487);
    assertThat(only().failed()).isFalse();
    assertThat(only().telling().cancelled()).isTrue();
  }

  @Test
  public void aResponseWithoutItsInviteIsAnOrphan() {
    response("b1", 1, 488);
    CallList list = CallList.of(messages);
    assertThat(list.calls()).isEmpty();
    assertThat(list.orphans()).hasSize(1);
  }

  private CapturedCall only() {
    List<CapturedCall> calls = CallList.of(messages).calls();
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }

  private void invite(String branch, int cseq, String toTag) {
    add("INVITE sip:b@example.com SIP/2.0", branch, cseq, "INVITE", toTag);
  }

  private void response(String branch, int cseq, int status) {
    add("SIP/2.0 " + status + " Words", branch, cseq, "INVITE", ";tag=far");
  }

  private void add(String startLine, String branch, int cseq, String method, String toTag) {
    String text =
        startLine
            + "\r\nVia: SIP/2.0/UDP 192.0.2.1;branch="
            + branch
            + "\r\nFrom: <sip:a@example.com>;tag=near\r\nTo: <sip:b@example.com>"
            + toTag
            + "\r\nCall-ID: one\r\nCSeq: "
            + cseq
            + " "
            + method
            + "\r\n\r\n";
    messages.add(
        new CapturedMessage(
            messages.size() + 1,
            Optional.of(Instant.ofEpochSecond(messages.size())),
            new CapturedMessage.Path("udp", "", "192.0.2.2:5060"),
            SipMessage.of(text),
            false));
  }
}
