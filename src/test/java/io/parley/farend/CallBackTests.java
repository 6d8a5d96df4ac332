package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.OfferSpec;
import io.parley.model.SrtpSpec;
import io.parley.profile.Requests;
import io.parley.sdp.AnswerJudge;
import io.parley.sdp.Sdp;
import io.parley.sip.Arrival;
import io.parley.wire.Flow;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.Test;

/** Numbers of the embedded SBC that call back who calls them. */
public class CallBackTests extends AttendedSbc {
  @Override
  Map<String, Treatment> numbers() {
    return Map.ofEntries(
        Map.entry("back", back("back-1", false, plain())),
        Map.entry("back-taken", back("back-2", true, plain())),
        Map.entry("back-empty", back("back-3", false, OfferSpec.NO_OFFER)));
  }

  private static OfferSpec plain() {
    return media(Optional.of(new SrtpSpec.None()), "PCMA");
  }

  private static Treatment back(String callId, boolean taken, OfferSpec offer) {
    OwnCall own = new OwnCall(callId, "1020", offer, SOON, taken, LONG, SOON);
    return Treatment.refused(480, "Temporarily Unavailable")
        .with(Treatment.refused(480, "We Call Back").refusal(), Optional.of(own));
  }

  @Test
  public void whoCalledIsCalledBackAndHungUpOn() {
    assertThat(phone.finalResponse(dial("back")).reasonPhrase()).isEqualTo("We Call Back");
    Arrival invite = phone.request("INVITE");
    assertThat(invite.message().callId()).isEqualTo("back-1");
    assertThat(invite.message().requestUri()).isEqualTo(uri());
    assertThat(Sdp.of(invite.message().body()).audio().orElseThrow().formats())
        .containsExactly("8");
    phone.respond(invite, 180);
    answer(invite);
    phone.respond(phone.request("BYE"), 200);
  }

  private String uri() {
    return "sip:phone@" + Flow.text(phone.address()) + ";transport=udp";
  }

  @Test
  public void aCallBackIsTakenBackOnceItRings() {
    phone.finalResponse(dial("back-taken"));
    Arrival invite = phone.request("INVITE");
    phone.respond(invite, 180);
    Arrival cancel = phone.request("CANCEL");
    phone.respond(cancel, 200);
    phone.respond(invite, 487);
    assertThat(phone.request("ACK").message().callId()).isEqualTo("back-2");
  }

  @Test
  public void aCallBackWithoutAnOfferIsAnsweredInItsAck() {
    phone.finalResponse(dial("back-empty"));
    Arrival invite = phone.request("INVITE");
    assertThat(invite.message().body()).isEmpty();
    byte[] offer = Requests.goodOffer().getBytes();
    phone.respond(invite, phone.answer(invite, 200).body("application/sdp", offer));
    Sdp answer = Sdp.of(phone.request("ACK").message().body());
    assertThat(AnswerJudge.judge(Sdp.of(offer), answer)).isEmpty();
    phone.respond(phone.request("BYE"), 200);
  }
}
