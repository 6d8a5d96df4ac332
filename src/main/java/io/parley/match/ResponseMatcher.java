package io.parley.match;

import io.parley.model.FindingKind;
import io.parley.model.HeaderCheck;
import io.parley.model.ReceiveStep;
import io.parley.model.SourcePosition;
import io.parley.model.StatusPattern;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.List;

/** A {@code receive} of a response against a message. */
public final class ResponseMatcher {
  private static final int OTHER_METHOD = 20;

  private ResponseMatcher() {}

  /**
   * Compares; what it answers and its status first, then headers, then the SDP.
   *
   * @param method the method of the request that is to be answered
   */
  public static Match match(
      ReceiveStep.Response step, String method, SipMessage message, SdpContext context) {
    List<Row> rows = new ArrayList<>();
    if (!message.method().equals(method)) {
      rows.add(otherMethod(step.at(), method, message));
    }
    rows.addAll(rows(step.at(), step.status(), step.headers(), message));
    step.offer().ifPresent(e -> rows.addAll(SdpMatcher.match(e, SdpRole.OFFER, message, context)));
    step.answer()
        .ifPresent(e -> rows.addAll(SdpMatcher.match(e, SdpRole.ANSWER, message, context)));
    return new Match(rows);
  }

  static List<Row> rows(
      SourcePosition at,
      List<StatusPattern> status,
      List<HeaderCheck> headers,
      SipMessage message) {
    List<Row> rows = new ArrayList<>();
    rows.add(StatusMatcher.match(at, status, StatusMatcher.words(status), message));
    rows.addAll(HeaderMatcher.match(headers, message));
    return rows;
  }

  private static Row otherMethod(SourcePosition at, String method, SipMessage message) {
    return Row.off(
        FindingKind.NOT_RECEIVED,
        at,
        "a response to " + method,
        new MessageLines(message).header("CSeq"),
        "found CSeq '" + message.first("CSeq").orElse("") + "'",
        OTHER_METHOD);
  }
}
