package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Finding;
import io.parley.result.CaseResult;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What is offered and answered as written, and checks of each stream, on both legs. */
public class DescriptionTests extends AtEmbeddedSbc {

  @DataProvider
  public Object[][] examples() {
    return new Object[][] {{"streams-by-example"}, {"multipart-by-example"}};
  }

  @Test(dataProvider = "examples")
  public void theExamplesOnThePagePass(String id) {
    CaseResult result = script.example(id);
    assertPassed(result);
  }

  @Test
  public void everyCheckOfAStreamThatDoesNotHoldIsAFinding() {
    CaseResult result =
        script.play(
            """
            scenario: Checks that do not hold
            id: wrong-checks
            actors:
              caller:
                offer:
                  base: secure
                  srtp: { sdes: [AES_CM_128_HMAC_SHA1_80], dtls: { hash: sha-1 } }
                  ice: full
                  maxptime: 40
                  streams: [{ kind: video }]
            steps:
              - caller: { send: INVITE }
              - callee:
                  receive: INVITE
                  offer:
                    rejected: true
                    port: 9
                    protocol: RTP/AVP
                    formats: ["0"]
                    crypto: [{ tag: "2", suite: AES_CM_128_HMAC_SHA1_32, key-bytes: 20 }]
                    fingerprint: sha-256
                    setup: passive
                    maxptime: 20
                    lines: { include: ["a=x-none"], exclude: ["a=crypto"] }
                    streams: [{ kind: audio }, { kind: image, rejected: true, candidates: [] }, {}]
              - callee: { send: 486 }
              - caller: { receive: 486 }
            """);
    assertThat(result.findings())
        .extracting(Finding::expected)
        .containsExactly(
            "rejected (port 0)",
            "port 9",
            "protocol RTP/AVP",
            "formats [0]",
            "exactly [crypto 2 AES_CM_128_HMAC_SHA1_32, 20 bytes]",
            "fingerprint sha-256",
            "setup passive",
            "maxptime 20",
            "3 m= lines",
            "stream 2: kind image",
            "stream 2: rejected (port 0)",
            "stream 2: no candidate",
            "a line a=x-none",
            "no line a=crypto");
    assertThat(actual(result, "fingerprint sha-256")).isEqualTo("found fingerprint sha-1");
    assertThat(actual(result, "exactly [crypto 2 AES_CM_128_HMAC_SHA1_32, 20 bytes]"))
        .isEqualTo("found [crypto 1 AES_CM_128_HMAC_SHA1_80, 30 bytes]");
    assertThat(actual(result, "3 m= lines")).isEqualTo("found 2");
  }

  @Test
  public void answersThatAreWrongOnPurposeAreJudged() {
    List<String> wrong =
        List.of(
            "answer: { mutate: [{ drop-stream: 2 }] }",
            "answer: { mutate: [{ change: m=audio, field: 4, with: '3' }] }");
    for (String answer : wrong) {
      CaseResult result =
          script.play(
              """
              scenario: A wrong answer
              id: wrong-answer
              actors:
                caller: { offer: { base: secure, codecs: [PCMU], streams: [{ kind: video }] } }
              steps:
                - caller: { send: INVITE }
                - callee: { receive: INVITE }
                - callee: { send: 200, %s }
                - caller: { receive: 200 }
              """
                  .formatted(answer));
      assertThat(result.findings())
          .as(answer)
          .isNotEmpty()
          .allSatisfy(f -> assertThat(f.toString()).contains("answer breaks RFC 3264"));
    }
  }

  @Test
  public void theEmbeddedSbcEndsACallThatCannotBeKeyed() {
    CaseResult result =
        script.play(
            """
            scenario: A key that was not offered
            id: wrong-tag
            actors:
              caller: { offer: secure }
            steps:
              - caller: { send: INVITE }
              - callee: { receive: INVITE }
              - callee: { send: 200, answer: { srtp: [{ suite: AES_CM_128_HMAC_SHA1_80, tag: 9 }] } }
              - callee: { receive: ACK }
              - callee: { receive: BYE }
              - caller: { receive: 488, headers: { Warning: "/^399 .*key that was not offered/" } }
            """);
    assertPassed(result);
  }

  private static String actual(CaseResult result, String expected) {
    return result.findings().stream()
        .filter(f -> f.expected().equals(expected))
        .findFirst()
        .orElseThrow()
        .actual();
  }
}
