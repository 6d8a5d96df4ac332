package io.parley.match;

import io.parley.model.FindingKind;
import io.parley.model.ReceiveStep;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.List;

/** A {@code receive} of a request against a message. */
public final class RequestMatcher {
  private static final int OTHER_METHOD = 20;

  private RequestMatcher() {}

  /** Compares; the method first, then headers, then the SDP. */
  public static Match match(ReceiveStep.Request step, SipMessage message, SdpContext context) {
    List<Row> rows = new ArrayList<>();
    int line = new MessageLines(message).start();
    boolean met = message.isRequest() && message.method().equals(step.method());
    rows.add(
        met
            ? Row.met(step.method(), line)
            : Row.off(
                FindingKind.NOT_RECEIVED,
                step.at(),
                step.method(),
                line,
                "received " + message.startLine(),
                OTHER_METHOD));
    rows.addAll(HeaderMatcher.match(step.headers(), message));
    step.offer().ifPresent(e -> rows.addAll(SdpMatcher.match(e, SdpRole.OFFER, message, context)));
    step.answer()
        .ifPresent(e -> rows.addAll(SdpMatcher.match(e, SdpRole.ANSWER, message, context)));
    return new Match(rows);
  }
}
