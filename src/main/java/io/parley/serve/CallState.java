package io.parley.serve;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How far a call has come, by what crossed (RFC 3261 §13, §15). One thread at a time. */
public final class CallState {
  private int status;
  private boolean acknowledged;
  private boolean hungUpByUs;
  private boolean lost;
  private Instant bye;
  private Instant byeAnswered;
  private Instant last = Instant.EPOCH;

  /** A message of it. */
  public void crossed(Frame frame, SipMessage m) {
    last = frame.time();
    if (m.isResponse()) {
      answered(frame, m);
    } else if (m.method().equals("ACK")) {
      acknowledged = true;
    } else if (m.method().equals("BYE") && bye == null) {
      bye = frame.time();
      hungUpByUs = frame.way() == Frame.Way.OUT;
    }
  }

  /** Nothing more will cross. */
  public void lost() {
    lost = true;
  }

  private void answered(Frame frame, SipMessage response) {
    int code = response.status().orElse(0);
    if (code < 200) {
      return;
    }
    if (response.method().equals("INVITE") && (status == 0 || status >= 300)) {
      status = code;
      acknowledged = false;
    } else if (response.method().equals("BYE")) {
      byeAnswered = frame.time();
    }
  }

  /**
   * Whether it is over.
   *
   * @param quiet how long nothing has crossed since its last message
   * @param linger how long a last message that is due is waited for
   */
  public boolean over(Instant now, Duration quiet, Duration linger) {
    boolean refused = status >= 300;
    boolean complete = lost || refused && acknowledged || byeAnswered != null;
    boolean ending = refused || bye != null;
    Duration since = Duration.between(last, now);
    return complete && since.compareTo(quiet) > 0 || ending && since.compareTo(linger) > 0;
  }

  /** What the other side owes. */
  void findings(List<Finding> out) {
    if (status >= 200 && !acknowledged) {
      out.add(Finding.of(FindingKind.NOT_RECEIVED, null, "an ACK to the " + status, "none came"));
    }
    if (bye != null && byeAnswered == null && hungUpByUs) {
      out.add(Finding.of(FindingKind.CLEANUP, null, "an answer to our BYE", "none came"));
    }
  }
}
