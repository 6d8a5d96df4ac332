package io.parley.play.dialog;

import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.Reliable;
import io.parley.sip.SipMessage;
import java.util.Optional;

/** What our responses make of a call: its dialogs, its offers and answers. */
record OwnResponses(TheirRequests their, Forks forks, Offers offers) {

  /** A response left. */
  void sent(Arrival request, SipMessage response) {
    int status = response.status().orElse(0);
    SipMessage asked = request.message();
    their.responded(request, status);
    boolean initial = asked.method().equals("INVITE") && forks.from(asked).isEmpty();
    if (initial && status >= 300) {
      forks.refused();
    } else if (initial && status > 100) {
      String tag = response.toTag().orElse("");
      Fork fork = forks.made(tag, () -> Dialog.uas(asked, response));
      if (status >= 200) {
        fork.answered();
      }
    } else if (status / 100 == 2) {
      forks.from(asked).ifPresent(f -> refreshed(f, asked));
    }
    settle(asked, response);
  }

  private void settle(SipMessage asked, SipMessage response) {
    int status = response.status().orElse(0);
    if (status >= 300) {
      offers.refused(asked);
      return;
    }
    boolean initial = asked.toTag().isEmpty();
    Optional<Fork> fork = initial ? forks.tagged(response.toTag().orElse("")) : forks.from(asked);
    Optional<Reliable> reliable = Reliable.of(response);
    reliable.ifPresent(r -> fork.ifPresent(f -> f.provisionals().sent(r)));
    if (status >= 200 || reliable.isPresent()) {
      boolean invite = asked.method().equals("INVITE");
      fork.map(Fork::media)
          .map(m -> invite ? m.ofInvite() : m.standing())
          .filter(e -> !e.isOurs())
          .ifPresent(Exchange::settle);
    }
  }

  /** RFC 3261 §12.2.2, §14.2 and RFC 3311 §5.2. */
  private static void refreshed(Fork fork, SipMessage request) {
    if (request.method().equals("INVITE")) {
      fork.answered();
    }
    if (request.method().equals("INVITE") || request.method().equals("UPDATE")) {
      fork.dialog().refreshTarget(request);
    }
  }
}
