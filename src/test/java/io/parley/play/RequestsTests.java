package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.HeaderEdit;
import io.parley.model.OfferSpec;
import io.parley.model.SendStep;
import io.parley.model.Step;
import io.parley.model.Verdict;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.sdp.Answer;
import io.parley.sdp.AnswerBuilder;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.testng.annotations.Test;

/** Requests outside a dialog, and one call tried again, on real sockets. */
public class RequestsTests {

  @Test
  public void aRegistrationIsMadeRefreshedAndTakenBack() {
    Registrar registrar = new Registrar();
    CaseResult result =
        play(
            registrar,
            TestCases.script(
                "register",
                List.of(
                    send("REGISTER", "Expires", "600"),
                    TestCases.receive("caller", 200),
                    send("REGISTER", "Expires", "300"),
                    TestCases.receive("caller", 200),
                    send("REGISTER", "Expires", "0"),
                    TestCases.receive("caller", 200))));
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.cleanup()).isEmpty();
    assertThat(registrar.bindings).containsExactly("600", "300", "0");
    List<SipMessage> sent = requests(result);
    assertThat(sent).extracting(SipMessage::callId).containsOnly(sent.get(0).callId());
    assertThat(sent).extracting(m -> m.cseq().orElse(0)).isSorted().doesNotHaveDuplicates();
    assertThat(sent)
        .allMatch(m -> m.requestUri().matches("sip:127\\.0\\.3\\.7:\\d+"), "no user in the URI")
        .allMatch(m -> address(m, "From").equals(address(m, "To")), "From is To");
  }

  @Test
  public void optionsAreSentAndAnsweredOutsideACall() {
    CaseResult result =
        play(
            answering(200),
            TestCases.script(
                "keep-alive",
                List.of(
                    TestCases.send("caller", "OPTIONS"),
                    TestCases.receive("caller", 200),
                    TestCases.send("caller", "OPTIONS"),
                    TestCases.receive("caller", 200))));
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(requests(result)).extracting(m -> m.cseq().orElse(0)).containsExactly(1L, 2L);
  }

  @Test
  public void aRefusedCallIsTriedAgainAndAnswered() {
    CaseResult result =
        play(
            answering(302),
            TestCases.script(
                "moved",
                List.of(
                    invite("${numbers.callee}"),
                    TestCases.receive("caller", 302),
                    invite("sip:moved@127.0.3.7"),
                    TestCases.receive("caller", 200),
                    TestCases.send("caller", "INFO"),
                    TestCases.receive("caller", 200),
                    TestCases.send("caller", "BYE"),
                    TestCases.receive("caller", 200))));
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(requests(result))
        .filteredOn(m -> !m.method().equals("ACK"))
        .extracting(m -> m.cseq().orElse(0) + " " + m.method())
        .containsExactly("1 INVITE", "2 INVITE", "3 INFO", "4 BYE");
  }

  /** Challenges what has no credentials, and notes how long the others want to be bound. */
  private static final class Registrar implements BiConsumer<SipEndpoint, Arrival> {
    final List<String> bindings = new ArrayList<>();

    @Override
    public void accept(SipEndpoint endpoint, Arrival a) {
      SipMessage m = a.message();
      if (m.first("Authorization").isEmpty()) {
        String asks = "Digest realm=\"r\", nonce=\"n\", algorithm=MD5";
        endpoint.respond(a, ResponseBuilder.to(a, 401).header("WWW-Authenticate", asks).build());
        return;
      }
      String expires = m.first("Expires").orElse("none");
      bindings.add(expires);
      ResponseBuilder out = ResponseBuilder.to(a, 200);
      if (!expires.equals("0")) {
        out.contact(m.first("Contact").orElse("") + ";expires=" + expires);
      }
      endpoint.respond(a, out.build());
    }
  }

  /** Answers the first INVITE with that status, everything else with 200. */
  private static BiConsumer<SipEndpoint, Arrival> answering(int first) {
    return (endpoint, a) -> {
      SipMessage m = a.message();
      if (m.method().equals("ACK") || m.isResponse()) {
        return;
      }
      boolean initial = m.method().equals("INVITE") && m.cseq().orElse(0) == 1;
      ResponseBuilder out =
          ResponseBuilder.to(a, initial ? first : 200)
              .contact("<sip:moved@127.0.3.7:" + endpoint.address().getPort() + ">");
      if (m.hasSdp() && !initial) {
        Answer answer =
            AnswerBuilder.answer(
                Sdp.of(m.body()), new MediaPlace("127.0.3.7", 40000), SdpSession.fresh());
        out.body("application/sdp", ((Answer.Made) answer).body());
      }
      endpoint.respond(a, out.build());
    };
  }

  private static List<SipMessage> requests(CaseResult result) {
    List<SipMessage> out = new ArrayList<>();
    for (TranscriptEntry entry : result.transcript()) {
      SipMessage m = entry.message();
      boolean seen = out.stream().anyMatch(o -> o.first("CSeq").equals(m.first("CSeq")));
      if (m.isRequest() && !seen) {
        out.add(m);
      }
    }
    return out;
  }

  private static String address(SipMessage message, String header) {
    return message.first(header).orElse("").replaceAll(";tag=.*", "");
  }

  private static Step send(String method, String header, String value) {
    return request(method, Optional.empty(), List.of(new HeaderEdit(header, List.of(value))));
  }

  private static Step invite(String to) {
    return request("INVITE", Optional.of(to), List.of());
  }

  private static Step request(String method, Optional<String> to, List<HeaderEdit> headers) {
    return new SendStep.Request(
        TestCases.AT,
        "caller",
        method,
        to,
        method.equals("INVITE") ? Optional.of(OfferSpec.EMPTY) : Optional.empty(),
        Optional.empty(),
        headers,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static CaseResult play(BiConsumer<SipEndpoint, Arrival> behaviour, Case of) {
    try (FakeTarget target =
            new FakeTarget(behaviour).with(new Target.Credentials("alice", "wonderland"));
        Player player = Player.open(PlayerOptions.loopback())) {
      player.attach(target, Profiles.shipped(), List.of(of));
      return player.play(of);
    }
  }
}
