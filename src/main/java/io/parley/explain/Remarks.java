package io.parley.explain;

import io.parley.capture.Invitation;
import io.parley.profile.SessionBody;
import java.util.ArrayList;
import java.util.List;

/** What the course of a call shows besides its offer. */
final class Remarks {
  private Remarks() {}

  static List<String> of(Invitation i) {
    List<String> out = new ArrayList<>();
    if (i.request().cut()) {
      out.add(
          "the INVITE is not whole in the capture, so its offer cannot be judged: capture again"
              + " with the whole packet (tcpdump -s 0, dumpcap -s 0)");
    }
    if (i.answer().isEmpty() && !i.cancelled()) {
      out.add(unanswered(i));
    }
    if (i.accepted() && !i.acknowledged() && i.answerRetransmissions() > 0) {
      out.add(
          "the 2xx was sent %d times and never acknowledged: see whether the ACK goes to where Contact and Record-Route of the 2xx point (Microsoft code 1106)"
              .formatted(i.answerRetransmissions() + 1));
    }
    if (i.refused() && !i.initial()) {
      out.add(
          (asksForFax(i) ? "this re-INVITE asks for fax (m=image, T.38); " : "")
              + "a re-INVITE that is refused leaves the call as it was (RFC 3261 §14.1)");
    }
    if (i.challenges() > 0 && (i.status() == 401 || i.status() == 407)) {
      out.add("credentials were sent and refused: user name or password is wrong");
    }
    return List.copyOf(out);
  }

  private static boolean asksForFax(Invitation i) {
    return SessionBody.of(i.invite())
        .sdp()
        .filter(s -> s.media().stream().anyMatch(m -> m.kind().equals("image")))
        .isPresent();
  }

  private static String unanswered(Invitation i) {
    if (!i.provisional().isEmpty()) {
      return "no final response in the capture: the last that came was %s; capture until the call has ended"
          .formatted(i.provisional().get(i.provisional().size() - 1).message().startLine().strip());
    }
    return i.retransmissions() > 0
        ? "the INVITE was sent %d times and nothing came back: check address, port, firewall and access list of the far end"
            .formatted(i.retransmissions() + 1)
        : "nothing came back in the capture: capture longer, or check address, port and firewall of the far end";
  }
}
