package io.parley.play.check;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.SourcePosition;
import io.parley.sdp.OriginJudge;
import io.parley.sdp.Sdp;
import io.parley.sdp.Violation;
import io.parley.sip.BodyPart;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the target described to one party, one description after the other of each dialog: whether
 * the later ones go on with the session of the earlier (RFC 3264 §8), and whether the answer to one
 * INVITE stayed the same (RFC 3261 §13.2.1).
 */
public final class Descriptions {
  private final SourcePosition at;
  private final String actor;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private Descriptions(SourcePosition at, String actor) {
    this.at = at;
    this.actor = actor;
  }

  /** Looks at the messages that a party received, in order, without repetitions. */
  public static Descriptions of(String actor, SourcePosition at, List<SipMessage> received) {
    Descriptions out = new Descriptions(at, actor);
    Map<String, List<SipMessage>> dialogs = new HashMap<>();
    for (SipMessage message : received) {
      Optional<String> tag = message.isRequest() ? message.fromTag() : message.toTag();
      if (tag.isPresent() && message.hasSdp()) {
        String dialog = message.callId() + " " + tag.get();
        dialogs.computeIfAbsent(dialog, d -> new ArrayList<>()).add(message);
      }
    }
    dialogs.values().forEach(out::dialog);
    return out;
  }

  private void dialog(List<SipMessage> messages) {
    SipMessage last = messages.get(0);
    for (SipMessage message : messages.subList(1, messages.size())) {
      if (answersSameInvite(last, message)) {
        sameAnswer(last, message);
      } else if (!repeatsAnswer(messages, message)) {
        session(last, message);
        last = message;
      }
    }
  }

  private static boolean answersSameInvite(SipMessage a, SipMessage b) {
    return a.isResponse()
        && b.isResponse()
        && a.method().equals("INVITE")
        && b.method().equals("INVITE")
        && a.cseq().equals(b.cseq());
  }

  /** A 2xx may say again what a provisional said before another exchange began. */
  private static boolean repeatsAnswer(List<SipMessage> all, SipMessage message) {
    return all.stream()
        .takeWhile(m -> m != message)
        .anyMatch(m -> answersSameInvite(m, message) && Arrays.equals(sdp(m), sdp(message)));
  }

  private void sameAnswer(SipMessage before, SipMessage after) {
    if (!Arrays.equals(sdp(before), sdp(after))) {
      notes.add(
          actor
              + ": the SDP of "
              + after.startLine()
              + " is another than that of "
              + before.startLine()
              + "; the first one counts (RFC 3261 §13.2.1)");
    }
  }

  private void session(SipMessage before, SipMessage after) {
    for (Violation violation : OriginJudge.judge(Sdp.of(sdp(before)), Sdp.of(sdp(after)))) {
      String actual = violation.actual() + " in " + after.startLine();
      if (violation.binding()) {
        findings.add(Finding.of(FindingKind.SDP, at, violation.expected(), actual));
      } else {
        notes.add(actor + ": expected " + violation.expected() + ", found " + actual);
      }
    }
  }

  private static byte[] sdp(SipMessage message) {
    return message.sdp().map(BodyPart::bytes).orElse(new byte[0]);
  }

  /** What breaks a rule. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** What is worth reading. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
