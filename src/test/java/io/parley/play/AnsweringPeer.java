package io.parley.play;

import io.parley.model.OfferSpec;
import io.parley.sdp.Answer;
import io.parley.sdp.AnswerBuilder;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import java.util.function.BiConsumer;

/** Answers every offer by RFC 3264, unless a test wants it otherwise. */
class AnsweringPeer implements BiConsumer<SipEndpoint, Arrival> {
  /** Where its media would be. */
  static final MediaPlace PLACE = new MediaPlace("127.0.3.7", 40000);

  Dialog dialog;
  SdpSession session = SdpSession.fresh();
  private boolean acknowledged;

  /** The o= of the next description: a good peer goes on with its session. */
  SdpSession session() {
    SdpSession now = session;
    session = session.next();
    return now;
  }

  /** Puts its description into a response. */
  void describe(ResponseBuilder out, byte[] sdp) {
    out.body("application/sdp", sdp);
  }

  /** What it answers an INVITE. */
  int status(SipMessage invite) {
    return 200;
  }

  /** What it supports, to answer by. */
  OfferSpec answer() {
    return OfferSpec.EMPTY;
  }

  /** Called at the first ACK. */
  void acknowledged(SipEndpoint endpoint, Arrival ack) {}

  /** Called at a response to an INVITE of its own. */
  void answered(SipEndpoint endpoint, Arrival ok) {}

  @Override
  public void accept(SipEndpoint endpoint, Arrival a) {
    SipMessage m = a.message();
    if (m.isResponse()) {
      if (m.method().equals("INVITE")) {
        answered(endpoint, a);
      }
      return;
    }
    if (!m.method().equals("ACK")) {
      respond(endpoint, a);
    } else if (!acknowledged) {
      acknowledged = true;
      acknowledged(endpoint, a);
    }
  }

  private void respond(SipEndpoint endpoint, Arrival a) {
    SipMessage m = a.message();
    int status = m.method().equals("INVITE") ? status(m) : 200;
    ResponseBuilder out = ResponseBuilder.to(a, status).contact(contact(endpoint));
    if (m.hasSdp() && status == 200) {
      Answer answer = AnswerBuilder.answer(Sdp.of(m.body()), answer(), PLACE, session());
      describe(out, ((Answer.Made) answer).body());
    }
    SipMessage response = out.build();
    if (m.method().equals("INVITE") && dialog == null) {
      dialog = Dialog.uas(m, response);
    }
    endpoint.respond(a, response);
  }

  static String contact(SipEndpoint endpoint) {
    return "<sip:x@127.0.3.7:" + endpoint.address().getPort() + ">";
  }

  static void send(SipEndpoint endpoint, Arrival to, SipMessage message) {
    endpoint.sendStateless(
        message.bytes(), to.frame().flow().transport(), to.frame().flow().remote());
  }
}
