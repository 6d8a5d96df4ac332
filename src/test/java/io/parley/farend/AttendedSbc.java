package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.CodecSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SrtpSpec;
import io.parley.model.StreamDraft;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sdp.Answer;
import io.parley.sdp.AnswerBuilder;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import io.parley.sip.Arrival;
import io.parley.sip.Credentials;
import io.parley.sip.Dialog;
import io.parley.sip.SipMessage;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** An embedded SBC some of whose numbers are treated by themselves, and a phone that dials them. */
abstract class AttendedSbc {
  static final Duration SOON = Duration.ofMillis(50);
  static final Duration LONG = Duration.ofSeconds(30);
  Phone phone;
  EmbeddedSbc sbc;

  /** The numbers with a treatment of their own. */
  abstract Map<String, Treatment> numbers();

  static OfferSpec media(Optional<SrtpSpec> srtp, String... codecs) {
    StreamDraft out =
        new StreamDraft().codecs(List.of(codecs).stream().map(CodecSpec::parse).toList());
    srtp.ifPresent(out::srtp);
    return OfferSpec.of(out.done());
  }

  @BeforeClass
  public void open() {
    phone = Phone.open("127.0.1.1");
    sbc =
        EmbeddedSbc.open(
            SbcSettings.of(
                    Profiles.shipped().get("teams-direct-routing").orElseThrow(),
                    new InetSocketAddress("127.0.3.6", 0),
                    Optional.empty(),
                    NumberPlan.OPEN)
                .serving(
                    Service.of(
                        invite ->
                            Optional.ofNullable(
                                numbers().get(invite.requestUri().replaceAll("sip:(.*)@.*", "$1"))),
                        Registration.of(
                            new Credentials("parley", "parley"), Duration.ofSeconds(30)))));
  }

  @AfterClass(alwaysRun = true)
  public void close() {
    sbc.close();
    phone.close();
  }

  SipMessage dial(String number) {
    return dial(number, Requests.offer("PCMU,PCMA,telephone-event", ""));
  }

  SipMessage dial(String number, String offer) {
    phone.clear();
    return phone.send(phone.invite(number, sbc.address(), offer), sbc.address());
  }

  Dialog established(SipMessage invite) {
    SipMessage ok = phone.finalResponse(invite);
    assertThat(ok.status()).as("%s", ok.text()).hasValue(200);
    Dialog dialog = Dialog.uac(invite, ok);
    phone.ack(dialog, invite, sbc.address(), "");
    return dialog;
  }

  void hangUp(Dialog dialog) {
    SipMessage bye = phone.send(dialog, "BYE", sbc.address(), "");
    assertThat(phone.finalResponse(bye).status()).hasValue(200);
  }

  void answer(Arrival request) {
    byte[] body =
        AnswerBuilder.answer(
                    Sdp.of(request.message().body()),
                    new MediaPlace("127.0.1.1", 30000),
                    SdpSession.fresh())
                instanceof Answer.Made made
            ? made.body()
            : new byte[0];
    phone.respond(request, phone.answer(request, 200).body("application/sdp", body));
    phone.request("ACK");
  }
}
