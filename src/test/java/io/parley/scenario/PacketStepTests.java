package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What may be said of packets at a media port, and what is told of a mistake in it. */
public class PacketStepTests {
  private static final String SCRIPT =
      """
      scenario: Packets
      id: s0
      actors:
        caller: { offer: secure-ice }
        callee: { answer: { ice: lite } }
      steps:
        - caller: { send: INVITE }
        - callee: { receive: INVITE }
        - callee: { send: 200 }
        - callee: { %s }
      """;

  @DataProvider
  public Object[][] right() {
    return new Object[][] {
      {"receive: STUN"},
      {"receive: STUN request, within: 2s, optional: true"},
      {"receive: STUN, attributes: { XOR-MAPPED-ADDRESS: '/^127/', USE-CANDIDATE: ~ }"},
      {"receive: RTP, times: 2-3"},
      {"never: STUN request, for: 1s"},
      {"never: DTLS, for: 1s"},
      {"send: STUN request"},
      {"send: STUN indication, after: 1s"},
      {
        "send: STUN request, attributes: { USE-CANDIDATE: '', PRIORITY: 7, 0x7ffe: 0102, USERNAME: ~ }"
      },
      {"send: STUN request, attributes: { ICE-CONTROLLED: 0011223344556677, ICE-CONTROLLING: ~ }"},
    };
  }

  @Test(dataProvider = "right")
  public void isTaken(String step) {
    Loaded loaded = ScenarioTexts.load(Contexts.full(), SCRIPT.formatted(step));
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.warnings()).isEmpty();
  }

  @DataProvider
  public Object[][] wrong() {
    return new Object[][] {
      {"receive: STUN reqest", "Did you mean 'STUN request'?"},
      {"receive: Stun request", "Did you mean 'STUN request'?"},
      {"never: STUN requests, for: 1s", "Did you mean 'STUN request'?"},
      {"receive: DTSL", "Did you mean 'DTLS'?"},
      {"receive: STUN answer", "a packet such as STUN request"},
      {"never: STUN request", "'for'"},
      {"receive: RTP, headers: { To: x }", "a packet at the media port has no method"},
      {"receive: RTP, answer: { ice: lite }", "a packet at the media port has no method"},
      {"receive: STUN, capture: { x: USERNAME }", "nothing to capture"},
      {"receive: RTP, attributes: { USERNAME: x }", "only STUN messages have attributes"},
      {"receive: ACK, attributes: { USERNAME: x }", "only STUN messages have attributes"},
      {"receive: STUN, attributes: { USERNAME: '/(/' }", "not a regular expression"},
      {"receive: STUN, attributes: { USER-NAME: x }", "Did you mean 'USERNAME'?"},
      {"repeated: STUN request, times: 1+", "copies are counted of SIP messages"},
      {"send: STUN", "or a STUN message such as STUN request, found 'STUN'"},
      {"send: STUN requset", "Did you mean 'STUN request'?"},
      {"send: RTP", "a STUN message such as STUN request"},
      {"send: STUN request, to: callee", "a STUN message has no number"},
      {"send: STUN request, headers: { To: x }", "a STUN message has no number"},
      {
        "send: STUN request, attributes: { PRIORITY: high }",
        "expected a number below 2^32, found high"
      },
      {"send: STUN request, attributes: { USE-CANDIDATE: 'yes' }", "expected the empty text"},
      {
        "send: STUN request, attributes: { MESSAGE-INTEGRITY: wrong }",
        "expected hexadecimal digits"
      },
      {"send: STUN request, attributes: { USERNAM: x }", "Did you mean 'USERNAME'?"},
      {"send: STUN error", "Add attributes: { ERROR-CODE: 487 Role Conflict }"},
      {"send: STUN error, attributes: { ERROR-CODE: 200 OK }", "a code from 300 to 699"},
      {"send: BYE, attributes: { USERNAME: x }", "only STUN messages have attributes"},
    };
  }

  @Test(dataProvider = "wrong")
  public void isToldWithItsPlace(String step, String words) {
    assertThat(ScenarioTexts.load(Contexts.full(), SCRIPT.formatted(step)).problems())
        .isNotEmpty()
        .first()
        .asString()
        .contains("s0.yaml:10:")
        .contains(words);
  }
}
