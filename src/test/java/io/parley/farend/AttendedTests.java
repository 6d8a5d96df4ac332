package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.SrtpSpec;
import io.parley.profile.Requests;
import io.parley.sdp.AnswerJudge;
import io.parley.sdp.Sdp;
import io.parley.sip.Arrival;
import io.parley.sip.Challenge;
import io.parley.sip.Credentials;
import io.parley.sip.Dialog;
import io.parley.sip.Digest;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.Test;

/** Numbers of the embedded SBC that are treated by themselves. */
public class AttendedTests extends AttendedSbc {
  private static final Treatment ANSWERED = Treatment.ANSWERED;

  @Override
  Map<String, Treatment> numbers() {
    return Map.ofEntries(
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
                SOON, Treatment.Deed.HOLD, Treatment.Deed.RESUME, Treatment.Deed.HANG_UP)));
  }

  private static Optional<SrtpSpec> secure() {
    return Optional.of(SrtpSpec.Sdes.of(List.of("AES_CM_128_HMAC_SHA1_80")));
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
