package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.model.StatusPattern;
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
import java.util.function.BiConsumer;
import org.testng.annotations.Test;

/** Challenged by a target, on real sockets. */
public class AuthenticationTests {
  private static final Case CALL =
      TestCases.call("challenged", OfferSpec.EMPTY, new StatusPattern.Code(200));

  @Test
  public void everyRequestOfACallIsAnsweredForOnce() {
    CaseResult result = play(new Asking(401, List.of("n1")), true);
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(sent(result, "INVITE")).hasSize(2);
    assertThat(sent(result, "BYE")).hasSize(2);
    SipMessage first = sent(result, "INVITE").get(0);
    SipMessage second = sent(result, "INVITE").get(1);
    assertThat(second.callId()).isEqualTo(first.callId());
    assertThat(second.fromTag()).isEqualTo(first.fromTag());
    assertThat(second.cseq().getAsLong()).isEqualTo(first.cseq().getAsLong() + 1);
    assertThat(second.branch()).isNotEqualTo(first.branch());
    assertThat(second.body()).isEqualTo(first.body());
    // RFC 3261 §22.1: the ACK of the 2xx carries the credentials of its INVITE.
    assertThat(sent(result, "ACK"))
        .anyMatch(a -> a.first("Authorization").equals(second.first("Authorization")));
  }

  @Test
  public void theAckOfTheChallengeLeavesBeforeTheNextInvite() {
    CaseResult result = play(new Asking(401, List.of("n1")), true);
    List<String> out =
        result.transcript().stream()
            .map(TranscriptEntry::message)
            .filter(SipMessage::isRequest)
            .map(m -> m.cseq().orElse(0) + " " + m.method())
            .distinct()
            .toList();
    assertThat(out).containsSubsequence("1 INVITE", "1 ACK", "2 INVITE", "2 ACK");
  }

  @Test
  public void aProxyIsAnsweredInItsOwnHeader() {
    CaseResult result = play(new Asking(407, List.of("n1")), true);
    assertThat(result.findings()).isEmpty();
    assertThat(sent(result, "INVITE").get(1).first("Proxy-Authorization")).isPresent();
  }

  @Test
  public void aStaleNonceIsTriedAgain() {
    CaseResult result = play(new Asking(401, List.of("n1", "n2")), true);
    assertThat(result.findings()).isEmpty();
    assertThat(sent(result, "INVITE")).hasSize(3);
    assertThat(sent(result, "INVITE").get(2).first("Authorization").orElseThrow())
        .contains("nonce=\"n2\"");
  }

  @Test
  public void aTargetThatCallsEveryNonceStaleIsGivenUp() {
    List<String> nonces = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      nonces.add("n" + i);
    }
    CaseResult result = play(new Asking(401, nonces), true);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(sent(result, "INVITE")).hasSizeLessThan(6);
  }

  @Test
  public void aWrongPasswordIsTriedOnceAndSaidToBeWrong() {
    CaseResult result =
        play(
            new Asking(401, List.of("n1")) {
              @Override
              boolean knows(SipMessage request) {
                return false;
              }
            },
            true);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings()).extracting(Finding::kind).containsExactly(FindingKind.STATUS);
    assertThat(sent(result, "INVITE")).hasSize(2);
    assertThat(result.notes())
        .anyMatch(n -> n.contains("wrong user or password"))
        .noneMatch(n -> n.contains("wonderland"));
  }

  @Test
  public void withoutCredentialsTheTargetFileIsNamed() {
    CaseResult result = play(new Asking(401, List.of("n1")), false);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(sent(result, "INVITE")).hasSize(1);
    assertThat(result.notes()).anyMatch(n -> n.contains("credentials: { user:"));
  }

  @Test
  public void basicIsNeverAnswered() {
    CaseResult result =
        play(
            (endpoint, a) -> {
              if (!a.message().method().equals("ACK")) {
                endpoint.respond(
                    a,
                    ResponseBuilder.to(a, 401)
                        .header("WWW-Authenticate", "Basic realm=\"r\"")
                        .build());
              }
            },
            true);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(sent(result, "INVITE")).hasSize(1);
    assertThat(result.notes()).anyMatch(n -> n.contains("only Digest is answered"));
  }

  @Test
  public void aStepThatWaitsForTheChallengeGetsIt() {
    Case refused = TestCases.call("asked", OfferSpec.EMPTY, new StatusPattern.Code(401));
    FakeTarget target = new FakeTarget(new Asking(401, List.of("n1"))).with(WHO);
    CaseResult result = play(target, refused);
    assertThat(result.findings()).isEmpty();
    assertThat(sent(result, "INVITE")).hasSize(1);
  }

  private static final Target.Credentials WHO = new Target.Credentials("alice", "wonderland");

  private static CaseResult play(BiConsumer<SipEndpoint, Arrival> behaviour, boolean known) {
    FakeTarget target = new FakeTarget(behaviour);
    return play(known ? target.with(WHO) : target, CALL);
  }

  private static CaseResult play(FakeTarget target, Case of) {
    try (target;
        Player player = Player.open(PlayerOptions.loopback())) {
      player.attach(target, Profiles.shipped(), List.of(of));
      return player.play(of);
    }
  }

  /** Requests of ours, each transaction once. */
  private static List<SipMessage> sent(CaseResult result, String method) {
    List<SipMessage> out = new ArrayList<>();
    for (TranscriptEntry entry : result.transcript()) {
      SipMessage m = entry.message();
      boolean seen = out.stream().anyMatch(o -> o.branch().equals(m.branch()));
      if (m.isRequest() && m.method().equals(method) && !seen) {
        out.add(m);
      }
    }
    return out;
  }

  /** Challenges every request but ACK, once per nonce; all but the first challenge say stale. */
  private static class Asking implements BiConsumer<SipEndpoint, Arrival> {
    private final int status;
    private final List<String> nonces;

    Asking(int status, List<String> nonces) {
      this.status = status;
      this.nonces = nonces;
    }

    boolean knows(SipMessage request) {
      return credentials(request).contains("nonce=\"" + nonces.get(nonces.size() - 1) + "\"");
    }

    private String credentials(SipMessage request) {
      String header = status == 401 ? "Authorization" : "Proxy-Authorization";
      return request.first(header).orElse("");
    }

    @Override
    public void accept(SipEndpoint endpoint, Arrival a) {
      SipMessage m = a.message();
      if (m.isResponse() || m.method().equals("ACK")) {
        return;
      }
      if (knows(m)) {
        endpoint.respond(a, accepted(endpoint, a));
        return;
      }
      int used = -1;
      for (int i = 0; i < nonces.size(); i++) {
        used = credentials(m).contains("nonce=\"" + nonces.get(i) + "\"") ? i : used;
      }
      String header = status == 401 ? "WWW-Authenticate" : "Proxy-Authenticate";
      boolean stale = used >= 0 && used + 1 < nonces.size();
      String nonce = nonces.get(stale ? used + 1 : 0);
      endpoint.respond(
          a,
          ResponseBuilder.to(a, status)
              .header(
                  header,
                  "Digest realm=\"r\", qop=\"auth\", algorithm=SHA-256, nonce=\""
                      + nonce
                      + (stale ? "\", stale=true" : "\""))
              .build());
    }

    private static SipMessage accepted(SipEndpoint endpoint, Arrival a) {
      ResponseBuilder out =
          ResponseBuilder.to(a, 200)
              .contact("<sip:x@127.0.3.7:" + endpoint.address().getPort() + ">");
      if (a.message().hasSdp()) {
        MediaPlace place = new MediaPlace("127.0.3.7", 40000);
        Answer answer = AnswerBuilder.answer(Sdp.of(a.message().body()), place, SdpSession.fresh());
        out.body("application/sdp", ((Answer.Made) answer).body());
      }
      return out.build();
    }
  }
}
