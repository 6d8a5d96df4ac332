package io.parley.explain;

import io.parley.capture.CapturedCall;
import io.parley.capture.CapturedMessage;
import io.parley.capture.Invitation;
import io.parley.diagnosis.ReleaseLocation;
import io.parley.sip.ReasonValue;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Reason headers of a call's refusal, CANCEL and BYE, explained. */
final class Releases {
  /** Nobody has more to say; a message with a thousand of them is not worth it. */
  private static final int MOST = 8;

  /** Microsoft Teams puts the id of its call before its words. */
  private static final Pattern MICROSOFT =
      Pattern.compile("\\{?(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})}?\\s*;(.*)");

  private Releases() {}

  /** Of the response, the CANCEL and the BYE of a call, in that order. */
  static List<Release> of(CapturedCall call, Invitation invitation) {
    List<Release> out = new ArrayList<>();
    invitation
        .answer()
        .filter(a -> invitation.status() >= 300)
        .ifPresent(a -> add(a, Integer.toString(invitation.status()), invitation, out));
    invitation.cancel().ifPresent(c -> add(c, "CANCEL", invitation, out));
    call.bye().ifPresent(b -> add(b, "BYE", invitation, out));
    return List.copyOf(out);
  }

  private static void add(CapturedMessage in, String name, Invitation i, List<Release> out) {
    ReasonValue.all(in.message()).stream()
        .limit(MOST)
        .map(v -> release(v, in, name, i))
        .forEach(out::add);
  }

  private static Release release(ReasonValue v, CapturedMessage in, String name, Invitation i) {
    return new Release(
        name,
        v,
        ReleaseReading.of(v),
        ReleaseReading.cause(v),
        raisedBy(v, in, i),
        in.message().isResponse() ? ReleaseReading.with(i.status(), v) : Optional.empty());
  }

  private static String raisedBy(ReasonValue value, CapturedMessage in, Invitation i) {
    Optional<String> location = value.location().map(Releases::location);
    Matcher microsoft = MICROSOFT.matcher(value.text());
    if (microsoft.matches()) {
      return "Microsoft Teams, in its call " + microsoft.group(1) + ": " + microsoft.group(2);
    }
    String who = sender(in, i);
    return location.map(l -> l + "; so says " + who).orElse(who);
  }

  private static String location(String code) {
    return ReleaseLocation.of(code)
        .map(l -> l.words() + " (location " + code + ", " + l.source() + ")")
        .orElse("location " + code + ", which RFC 8606 does not name");
  }

  /** Whoever sent the message, or somebody behind it: a Reason is passed on. */
  private static String sender(CapturedMessage in, Invitation i) {
    SipMessage m = in.message();
    boolean caller = m.isRequest() && m.fromTag().equals(i.invite().fromTag());
    String at = in.path().from().isEmpty() ? "" : " (" + in.path().from() + ")";
    return (caller ? "the calling side" : "the called side") + at + ", or what is behind it";
  }
}
