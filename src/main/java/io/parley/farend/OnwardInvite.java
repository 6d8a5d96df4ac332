package io.parley.farend;

import io.parley.sip.Ids;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.util.List;

/**
 * Writes the INVITE with which a call goes on.
 *
 * @param sessions asks for session timers
 */
record OnwardInvite(Desk desk, Sessions sessions) {

  /** The INVITE of the far end's leg: nothing of the caller's dialog is in it. */
  RequestBuilder of(Passage passage) {
    SipMessage in = passage.request.message();
    Transport transport = passage.to.transport;
    String number = user(in.requestUri());
    String at = Flow.text(passage.to.flow) + ";transport=" + transport.parameter();
    String target = "sip:" + number + "@" + at;
    String caller = user(in.first("From").orElse(""));
    String own = "<sip:" + (caller.isEmpty() ? "" : caller + "@") + desk.speaker().host() + ">";
    int hops = in.first("Max-Forwards").map(Integer::parseInt).orElse(70) - 1;
    RequestBuilder out =
        RequestBuilder.of("INVITE", target)
            .header("Max-Forwards", Integer.toString(hops))
            .from(displayName(in.first("From").orElse("")) + own, passage.to.localTag)
            .to("<sip:" + number + "@" + Flow.text(passage.to.flow) + ">")
            .callId(Ids.callId())
            .cseq(1)
            .contact(desk.speaker().contact(caller, transport))
            .header("Allow", desk.allow(passage.to));
    desk.reliability(in, out);
    PassingHeaders.of(in).forEach(h -> out.header(h.name(), h.value()));
    passage.replaces.ifPresent(r -> out.set("Replaces", List.of(r)));
    sessions.requests(passage.to).ask(passage.to, in, out);
    desk.speaker().passing(in, passage.to).ifPresent(b -> out.body(b.type(), b.bytes()));
    return out;
  }

  private static String user(String uri) {
    return SipUri.of(uri).map(SipUri::user).orElse("");
  }

  private static String displayName(String from) {
    int open = from.lastIndexOf('<');
    return open > 0 ? from.substring(0, open).strip() + " " : "";
  }
}
