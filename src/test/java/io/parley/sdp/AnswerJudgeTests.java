package io.parley.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class AnswerJudgeTests {
  private static final String HEAD =
      "v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=0 0\n";
  private static final String KEY = " inline:" + "A".repeat(40);
  private static final String S80 = " AES_CM_128_HMAC_SHA1_80" + KEY;
  private static final String S32 = " AES_CM_128_HMAC_SHA1_32" + KEY;
  private static final String CLEAR =
      "m=audio 4000 RTP/AVP 0 8 101\na=rtpmap:101 telephone-event/8000\n";
  private static final String SECURE =
      "m=audio 4000 RTP/SAVP 0 8\na=crypto:1" + S80 + "\na=crypto:2" + S32 + "\n";
  private static final String VIDEO = "m=video 4002 RTP/AVP 34\n";
  private static final String OPUS = "m=audio 4000 RTP/AVP 102\na=rtpmap:102 opus/48000/2\n";

  @DataProvider
  public Object[][] legal() {
    return new Object[][] {
      {CLEAR, "m=audio 5000 RTP/AVP 0\n"},
      {CLEAR, "m=audio 5000 RTP/AVP 8 101\na=rtpmap:101 telephone-event/8000\n"},
      {CLEAR, CLEAR + "a=inactive\n"},
      {CLEAR, CLEAR + "a=recvonly\n"},
      {CLEAR + "a=sendonly\n", CLEAR + "a=recvonly\n"},
      {CLEAR + "a=sendonly\n", CLEAR + "a=inactive\n"},
      {CLEAR + "a=recvonly\n", CLEAR + "a=sendonly\n"},
      {CLEAR + "a=inactive\n", CLEAR + "a=inactive\n"},
      {CLEAR + VIDEO, CLEAR + "m=video 0 RTP/AVP 34\n"},
      {CLEAR + VIDEO, CLEAR + "m=video 0 RTP/SAVP 19\na=inactive\n"},
      {CLEAR + VIDEO, CLEAR + VIDEO},
      {CLEAR + CLEAR, CLEAR + "m=audio 0 RTP/AVP 0\n"},
      {CLEAR + CLEAR, "m=audio 0 RTP/AVP 0\n" + CLEAR},
      {SECURE, "m=audio 5000 RTP/SAVP 0\na=crypto:1" + S80 + "\n"},
      {SECURE, "m=audio 5000 RTP/SAVP 0\na=crypto:2" + S32 + "|2^31|1:1\n"},
      {CLEAR + "a=crypto:1" + S80 + "\n", CLEAR},
      {CLEAR + "a=crypto:1" + S80 + "\n", CLEAR + "a=crypto:1" + S80 + "\n"},
      {OPUS, OPUS.replace("102", "111")},
      {OPUS, OPUS.replace("opus", "OPUS")},
      {CLEAR + "a=rtcp-mux\n", CLEAR + "a=rtcp-mux\n"},
      {CLEAR + "a=rtcp-mux\n", CLEAR},
      {"m=audio 0 RTP/AVP 0\n", "m=audio 0 RTP/AVP 0\n"},
      {
        "m=audio 4000 UDP/TLS/RTP/SAVP 0\na=fingerprint:sha-256 AA\na=setup:actpass\n",
        "m=audio 5000 UDP/TLS/RTP/SAVP 0\na=fingerprint:sha-256 BB\na=setup:active\n"
      },
      {"m=image 4000 udptl t38\n", "m=image 5000 udptl t38\n"},
    };
  }

  @Test(dataProvider = "legal")
  public void whatIsLegalForTheOfferIsNotReported(String offer, String answer) {
    assertThat(judge(offer, answer)).isEmpty();
  }

  @DataProvider
  public Object[][] illegal() {
    String secureAnswer = "m=audio 5000 RTP/SAVP 0\n";
    return new Object[][] {
      {
        CLEAR,
        "m=audio 0 RTP/AVP 0\n",
        6,
        "an audio stream that is taken",
        "every audio stream has port 0"
      },
      {
        CLEAR + CLEAR,
        "m=audio 0 RTP/AVP 0\nm=audio 0 RTP/AVP 0\n",
        6,
        "an audio stream that is taken",
        "port 0"
      },
      {CLEAR + VIDEO, CLEAR, 0, "as many m= lines as offered, 2", "1"},
      {CLEAR, CLEAR + VIDEO, 8, "as many m= lines as offered, 1", "2"},
      {CLEAR + VIDEO, VIDEO + CLEAR, 6, "m=audio in this place", "m=video"},
      {SECURE, CLEAR, 6, "RTP/SAVP, as offered", "RTP/AVP"},
      {CLEAR, secureAnswer + "a=crypto:1" + S80 + "\n", 6, "RTP/AVP, as offered", "RTP/SAVP"},
      {
        CLEAR, secureAnswer + "a=crypto:1" + S80 + "\n", 7, "a tag of those offered, []", "crypto 1"
      },
      {SECURE, secureAnswer, 6, "one a=crypto with an offered tag", "RTP/SAVP without any key"},
      {
        SECURE,
        secureAnswer + "a=crypto:1" + S80 + "\na=crypto:2" + S32 + "\n",
        8,
        "exactly one a=crypto",
        "[crypto 1"
      },
      {SECURE, secureAnswer + "a=crypto:9" + S80 + "\n", 7, "a tag of those offered", "crypto 9"},
      {
        SECURE,
        secureAnswer + "a=crypto:2" + S80 + "\n",
        7,
        "crypto 2 AES_CM_128_HMAC_SHA1_32, as offered",
        "crypto 2 AES_CM_128_HMAC_SHA1_80"
      },
      {
        SECURE,
        secureAnswer + "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:AAAA\n",
        7,
        "a usable key",
        "3 bytes"
      },
      {CLEAR, "m=audio 5000 RTP/AVP 18\n", 6, "at least one of the codecs offered", "[G729/8000]"},
      {
        OPUS,
        "m=audio 5000 RTP/AVP 102\na=rtpmap:102 SILK/16000\n",
        6,
        "at least one of the codecs offered",
        "[SILK/16000]"
      },
      {
        OPUS.replace("102", "0 102"),
        "m=audio 5000 RTP/AVP 0 102\na=rtpmap:102 SILK/16000\n",
        7,
        "payload type 102 to mean",
        "SILK/16000"
      },
      {CLEAR + "a=sendonly\n", CLEAR, 6, "fits the offered sendonly", "sendrecv (by default)"},
      {CLEAR + "a=sendonly\n", CLEAR + "a=sendonly\n", 8, "fits the offered sendonly", "sendonly"},
      {CLEAR + "a=recvonly\n", CLEAR + "a=recvonly\n", 8, "fits the offered recvonly", "recvonly"},
      {CLEAR + "a=inactive\n", CLEAR + "a=recvonly\n", 8, "fits the offered inactive", "recvonly"},
      {"m=audio 0 RTP/AVP 0\n", CLEAR, 6, "port 0, as offered", "port 4000"},
      {CLEAR, CLEAR + "a=rtcp-mux\n", 8, "no rtcp-mux", "a=rtcp-mux"},
      {
        "m=audio 4000 UDP/TLS/RTP/SAVP 0\na=fingerprint:sha-256 AA\na=setup:actpass\n",
        "m=audio 5000 UDP/TLS/RTP/SAVP 0\na=fingerprint:sha-256 BB\na=setup:actpass\n",
        6,
        "active or passive",
        "actpass"
      },
      {CLEAR, "m=audio 70000 RTP/AVP 0\n", 6, "a valid SDP", "port 0..65535"},
    };
  }

  @Test(dataProvider = "illegal")
  public void whatBreaksARuleIsReportedAtItsLine(
      String offer, String answer, int line, String expected, String actual) {
    assertThat(judge(offer, answer))
        .as("%s", judge(offer, answer))
        .anyMatch(
            v ->
                v.binding()
                    && v.answerLine() == line
                    && v.expected().contains(expected)
                    && v.actual().contains(actual));
  }

  @Test
  public void aMissingConnectionLineIsReported() {
    Sdp answer = Sdp.of((HEAD + CLEAR).replace("c=IN IP4 192.0.2.1\n", ""));
    assertThat(AnswerJudge.judge(Sdp.of(HEAD + CLEAR), answer))
        .singleElement()
        .hasToString(
            "line 5 of the answer: expected a valid SDP (RFC 3264 §5), "
                + "found no c= for this stream, neither here nor at session level (RFC 8866 §5.7)");
  }

  @Test
  public void noSdpIsReported() {
    Sdp offer = Sdp.of(HEAD + CLEAR);
    assertThat(AnswerJudge.judge(offer, Optional.empty()))
        .singleElement()
        .matches(Violation::binding);
    assertThat(AnswerJudge.judge(offer, Sdp.of(""))).singleElement().matches(Violation::binding);
  }

  @Test
  public void aFurtherCodecIsOddAndNotAgainstTheRules() {
    assertThat(judge(CLEAR, "m=audio 5000 RTP/AVP 0 18\n"))
        .singleElement()
        .matches(v -> !v.binding() && v.actual().startsWith("G729/8000"));
  }

  @Test
  public void whatIsBrokenIsMarkedInTheAnswer() {
    Sdp answer = Sdp.of(HEAD + CLEAR + "a=rtcp-mux\n");
    List<Violation> violations = AnswerJudge.judge(Sdp.of(HEAD + CLEAR + "a=sendonly\n"), answer);
    assertThat(answer.marked(Violation.remarks(violations)).lines())
        .contains(
            "m=audio 4000 RTP/AVP 0 8 101   <<<<< expected a direction that fits the offered sendonly (RFC 3264 §6.1)",
            "a=rtcp-mux   <<<<< expected no rtcp-mux, since none was offered (RFC 5761 §5.1.1)");
  }

  private static List<Violation> judge(String offer, String answer) {
    return AnswerJudge.judge(Sdp.of(HEAD + offer), Sdp.of(HEAD + answer));
  }
}
