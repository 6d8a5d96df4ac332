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
import io.parley.sdp.AnswerJudge;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import io.parley.sip.Arrival;
import io.parley.sip.Challenge;
import io.parley.sip.Credentials;
import io.parley.sip.Dialog;
import io.parley.sip.Digest;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** Numbers of the embedded SBC that are treated by themselves. */
public class AttendedTests {
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Treatment ANSWERED = Treatment.ANSWERED;

  private final Map<String, Treatment> numbers =
      Map.ofEntries(
          Map.entry("busy", Treatment.refused(486, "Busy Here")),
          Map.entry("rings", ANSWERED.ringing(180, SOON)),
          Map.entry("early", ANSWERED.ringing(183, SOON)),
          Map.entry("keeps-ringing", ANSWERED.ringing(180, LONG)),
          Map.entry("pcma", ANSWERED.taking(media(Optional.empty(), "PCMA", "telephone-event"))),
          Map.entry("secure", ANSWERED.taking(media(secure(), "PCMU"))),
          Map.entry("silent", ANSWERED.after(Duration.ofMillis(700))),
          Map.entry("timer", ANSWERED.refreshed(Duration.ofSeconds(2))),
          Map.entry(
              "held",
              ANSWERED.doing(
                  SOON, Treatment.Deed.HOLD, Treatment.Deed.RESUME, Treatment.Deed.HANG_UP)),
          Map.entry("back", back("back-1", false, plain())),
          Map.entry("back-taken", back("back-2", true, plain())),
          Map.entry("back-empty", back("back-3", false, OfferSpec.NO_OFFER)));

  private Phone phone;
  private EmbeddedSbc sbc;

  private static OfferSpec media(Optional<SrtpSpec> srtp, String... codecs) {
    StreamDraft out =
        new StreamDraft().codecs(List.of(codecs).stream().map(CodecSpec::parse).toList());
    srtp.ifPresent(out::srtp);
    return OfferSpec.of(out.done());
  }

  private static Optional<SrtpSpec> secure() {
    return Optional.of(SrtpSpec.Sdes.of(List.of("AES_CM_128_HMAC_SHA1_80")));
  }

  private static OfferSpec plain() {
    return media(Optional.of(new SrtpSpec.None()), "PCMA");
  }

  private static Treatment back(String callId, boolean taken, OfferSpec offer) {
    OwnCall own = new OwnCall(callId, "1020", offer, SOON, taken, LONG, SOON);
    return Treatment.refused(480, "Temporarily Unavailable")
        .with(Treatment.refused(480, "We Call Back").refusal(), Optional.of(own));
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
                                numbers.get(invite.requestUri().replaceAll("sip:(.*)@.*", "$1"))),
                        Registration.of(
                            new Credentials("parley", "parley"), Duration.ofSeconds(30)))));
  }

  @AfterClass(alwaysRun = true)
  public void close() {
    sbc.close();
    phone.close();
  }

  private SipMessage dial(String number) {
    return dial(number, Requests.offer("PCMU,PCMA,telephone-event", ""));
  }

  private SipMessage dial(String number, String offer) {
    phone.clear();
    return phone.send(phone.invite(number, sbc.address(), offer), sbc.address());
  }

  private Dialog established(SipMessage invite) {
    SipMessage ok = phone.finalResponse(invite);
    assertThat(ok.status()).as("%s", ok.text()).hasValue(200);
    Dialog dialog = Dialog.uac(invite, ok);
    phone.ack(dialog, invite, sbc.address(), "");
    return dialog;
  }

  private void hangUp(Dialog dialog) {
    SipMessage bye = phone.send(dialog, "BYE", sbc.address(), "");
    assertThat(phone.finalResponse(bye).status()).hasValue(200);
  }

  @Test
  public void aNumberRefusesWhateverTheProfileSays() {
    SipMessage refused = phone.finalResponse(dial("busy"));
    assertThat(refused.startLine()).isEqualTo("SIP/2.0 486 Busy Here");
  }

  @Test
  public void aNumberRingsAndAnswers() {
    SipMessage invite = dial("rings");
    assertThat(phone.response(180, "INVITE").body()).isEmpty();
    hangUp(established(invite));
  }

  @Test
  public void earlyMediaAndAnswerAreTheSameDescription() {
    SipMessage invite = dial("early");
    byte[] early = phone.response(183, "INVITE").body();
    assertThat(early).isNotEmpty();
    SipMessage ok = phone.finalResponse(invite);
    assertThat(ok.body()).isEqualTo(early);
    Dialog dialog = Dialog.uac(invite, ok);
    phone.ack(dialog, invite, sbc.address(), "");
    hangUp(dialog);
  }

  @Test
  public void aCallThatRingsIsTakenBack() {
    SipMessage invite = dial("keeps-ringing");
    phone.response(180, "INVITE");
    phone.endpoint.send(RequestBuilder.cancel(invite), phone.transport, sbc.address());
    phone.response(200, "CANCEL");
    assertThat(phone.response(487, "INVITE").callId()).isEqualTo(invite.callId());
  }

  @Test
  public void oneCodecAloneIsTaken() {
    SipMessage invite = dial("pcma");
    SipMessage ok = phone.finalResponse(invite);
    assertThat(AnswerJudge.judge(Sdp.of(invite.body()), Sdp.of(ok.body()))).isEmpty();
    assertThat(Sdp.of(ok.body()).audio().orElseThrow().codecs())
        .extracting(Object::toString)
        .containsExactly("PCMA/8000", "telephone-event/8000");
    Dialog dialog = Dialog.uac(invite, ok);
    phone.ack(dialog, invite, sbc.address(), "");
    hangUp(dialog);
  }

  @Test
  public void keysAreInsistedOn() {
    assertThat(phone.finalResponse(dial("secure")).status()).hasValue(488);
    hangUp(established(dial("secure", Requests.offer("PCMU", "AES_CM_128_HMAC_SHA1_80"))));
  }

  /** Nothing comes, 100 neither, until the INVITE has been repeated by timer A. */
  @Test
  public void aSilentNumberAnswersAfterARepetition() {
    SipMessage invite = dial("silent");
    long began = System.nanoTime();
    phone.response(100, "INVITE");
    assertThat(System.nanoTime() - began).isGreaterThan(600_000_000L);
    hangUp(established(invite));
  }

  @Test
  public void aSessionIsRefreshedByWhoeverIsAsked() {
    SipMessage invite = dial("timer");
    SipMessage ok = phone.finalResponse(invite);
    assertThat(ok.first("Session-Expires")).contains("2;refresher=uas");
    Dialog dialog = Dialog.uac(invite, ok);
    phone.ack(dialog, invite, sbc.address(), "");
    Arrival refresh = phone.request("INVITE");
    assertThat(refresh.message().body()).isEqualTo(ok.body());
    answer(refresh);
    hangUp(dialog);
  }

  private void answer(Arrival request) {
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

  @Test
  public void theSbcHoldsResumesAndHangsUp() {
    SipMessage invite = dial("held");
    established(invite);
    Arrival hold = phone.request("INVITE");
    assertThat(hold.message().text()).contains("a=sendonly");
    answer(hold);
    Arrival resume = phone.request("INVITE");
    assertThat(resume.message().text()).contains("a=sendrecv");
    assertThat(version(resume)).isEqualTo(version(hold) + 1);
    answer(resume);
    phone.respond(phone.request("BYE"), 200);
  }

  private static long version(Arrival arrival) {
    return Sdp.of(arrival.message().body()).origin().orElseThrow().version();
  }

  /** RFC 3515 §2.4.4: a NOTIFY at once, one at the end. */
  @Test
  public void aTransferComesOff() {
    Dialog dialog = established(dial("rings"));
    phone.send(
        dialog
            .request("REFER")
            .via(phone.transport, phone.address())
            .contact(phone.contact())
            .header("Refer-To", "<sip:1001@example.com>"),
        sbc.address());
    phone.response(202, "REFER");
    Arrival trying = phone.request("NOTIFY");
    assertThat(trying.message().text())
        .containsIgnoringCase("Event: refer")
        .contains("SIP/2.0 100 Trying");
    phone.respond(trying, 200);
    Arrival done = phone.request("NOTIFY");
    assertThat(done.message().first("Subscription-State").orElse("")).startsWith("terminated");
    assertThat(done.message().text()).contains("SIP/2.0 200 OK");
    phone.respond(done, 200);
    hangUp(dialog);
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

  /** The profile does not name REGISTER, and grants an hour. */
  @Test
  public void everybodyShowsCredentialsAndRegistersForAWhile() {
    SipMessage asked =
        phone.finalResponse(
            phone.send(
                phone.request("REGISTER", "2000", sbc.address(), "").header("Expires", "3600"),
                sbc.address()));
    assertThat(asked.status()).hasValue(401);
    Digest digest =
        Digest.of(Challenge.of(asked), new Credentials("parley", "parley")).orElseThrow();
    String uri = "sip:2000@" + Flow.text(sbc.address());
    String value = digest.value("REGISTER", uri, new byte[0], "c0ffee", 1);
    SipMessage ok =
        phone.finalResponse(
            phone.send(
                phone
                    .request("REGISTER", "2000", sbc.address(), "")
                    .header("Authorization", value)
                    .header("Expires", "3600"),
                sbc.address()));
    assertThat(ok.status()).hasValue(200);
    assertThat(ok.first("Contact").orElse("")).contains("expires=30");
  }
}
