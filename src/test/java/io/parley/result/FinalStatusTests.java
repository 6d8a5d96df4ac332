package io.parley.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Verdict;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalInt;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** The status that a case is known by. */
public class FinalStatusTests {
  private static final Flow FLOW =
      new Flow(
          Transport.UDP,
          new InetSocketAddress("127.0.1.1", 5060),
          new InetSocketAddress("127.0.3.1", 5060));

  private Recorder recorder;

  @BeforeMethod
  public void begin() {
    recorder = new Recorder();
  }

  private void crosses(Frame.Way way, String startLine, String branch) {
    crosses("caller", way, startLine, branch);
  }

  private void crosses(String actor, Frame.Way way, String startLine, String branch) {
    String text =
        startLine
            + "\r\nVia: SIP/2.0/UDP 127.0.1.1;branch="
            + branch
            + "\r\nTo: <sip:b@example.com>;tag=1\r\nCall-ID: one\r\nCSeq: 1 INVITE\r\n\r\n";
    recorder.add(
        actor,
        new Frame(Instant.EPOCH, way, FLOW, text.getBytes(StandardCharsets.UTF_8)),
        SipMessage.of(text));
  }

  @Test
  public void aRefusalThatComesAgainAfterTheLastOneChangesNothing() {
    crosses(Frame.Way.OUT, "INVITE sip:b@example.com SIP/2.0", "z9hG4bK1");
    crosses(Frame.Way.OUT, "INVITE sip:b@example.com SIP/2.0", "z9hG4bK2");
    crosses(Frame.Way.IN, "SIP/2.0 482 Loop Detected", "z9hG4bK2");
    crosses(Frame.Way.IN, "SIP/2.0 486 Busy Here", "z9hG4bK1");
    crosses(Frame.Way.IN, "SIP/2.0 482 Loop Detected", "z9hG4bK2");

    assertThat(finalStatus()).hasValue(486);
  }

  @Test
  public void whatTheFarEndAnswersOnItsOwnLegIsAnotherThing() {
    crosses(Frame.Way.OUT, "INVITE sip:b@example.com SIP/2.0", "z9hG4bK1");
    crosses("callee", Frame.Way.IN, "INVITE sip:b@example.com SIP/2.0", "z9hG4bK3");
    crosses(Frame.Way.IN, "SIP/2.0 408 Request Timeout", "z9hG4bK1");
    crosses("callee", Frame.Way.OUT, "SIP/2.0 480 Temporarily Unavailable", "z9hG4bK3");

    assertThat(finalStatus()).hasValue(408);
  }

  private OptionalInt finalStatus() {
    return CaseResult.of(null, Verdict.PASSED, Instant.EPOCH, Instant.EPOCH)
        .transcript(recorder.entries())
        .build()
        .finalStatus();
  }
}
