package io.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.model.StunAttributeName;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** STUN as others write it: the vectors of RFC 5769 §2.1 to §2.3, and what is no STUN. */
public class StunMessageTests {
  static final String REQUEST =
      "000100582112a442b7e7a701bc34d686fa87dfae"
          + "802200105354554e207465737420636c69656e74"
          + "002400046e0001ff"
          + "80290008932ff9b151263b36"
          + "000600096576746a3a68367659202020"
          + "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2"
          + "80280004e57a3bcf";
  static final String RESPONSE =
      "0101003c2112a442b7e7a701bc34d686fa87dfae"
          + "8022000b7465737420766563746f7220"
          + "002000080001a147e112a643"
          + "000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7"
          + "80280004c07d4c96";
  private static final String SIX =
      "010100182112a442b7e7a701bc34d686fa87dfae"
          + "002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9";

  /** The password of the vectors. */
  private static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static StunMessage read(String hex) {
    return StunMessage.read(bytes(hex)).orElseThrow();
  }

  @Test
  public void aCheckIsReadWithItsAttributes() {
    StunMessage check = read(REQUEST);
    assertThat(check.name()).isEqualTo("Binding request");
    assertThat(check.transaction()).isEqualTo("b7e7a701bc34d686fa87dfae");
    assertThat(check.describe())
        .isEqualTo(
            """
            SOFTWARE: STUN test client
            PRIORITY: 1845494271
            ICE-CONTROLLED: 932ff9b151263b36
            USERNAME: evtj:h6vY
            MESSAGE-INTEGRITY: 9aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2
            FINGERPRINT: e57a3bcf""");
  }

  @Test
  public void anAddressIsMixedWithTheCookieAndTheTransaction() {
    assertThat(read(RESPONSE).name()).isEqualTo("Binding success response");
    assertThat(read(RESPONSE).values("XOR-MAPPED-ADDRESS")).containsExactly("192.0.2.1:32853");
    assertThat(read(SIX).values("xor-mapped-address"))
        .containsExactly("[2001:db8:1234:5678:11:2233:4455:6677]:32853");
  }

  /**
   * Their types (RFC 8489 §5: the bits of class and method are mixed), and what they are called.
   */
  @DataProvider
  public Object[][] types() {
    return new Object[][] {
      {"0001", "Binding request"},
      {"0011", "Binding indication"},
      {"0101", "Binding success response"},
      {"0111", "Binding error response"},
      {"0003", "method 3 request"},
      {"0118", "method 8 error response"},
      {"3eef", "method 4095 request"},
      {"3fff", "method 4095 error response"},
    };
  }

  @Test(dataProvider = "types")
  public void classAndMethodAreToldApart(String type, String name) {
    assertThat(read(type + "00002112a442b7e7a701bc34d686fa87dfae").name()).isEqualTo(name);
  }

  @Test
  public void anErrorHasItsCodeAndPhrase() {
    StunMessage error =
        read(
            "011100182112a442b7e7a701bc34d686fa87dfae"
                + "0009001100000457526f6c6520436f6e666c696374000000");
    assertThat(error.values("ERROR-CODE")).containsExactly("487 Role Conflict");
  }

  @Test
  public void anAttributeWithoutANameIsToldByItsType() {
    StunMessage message = read("000100082112a442b7e7a701bc34d686fa87dfae" + "c057000400010032");
    assertThat(message.describe()).isEqualTo("0xc057: 00010032");
  }

  @DataProvider
  public Object[][] others() {
    String header = "2112a442b7e7a701bc34d686fa87dfae";
    return new Object[][] {
      {"", "nothing"},
      {"00010000" + header.substring(2), "a byte less than a header"},
      {"000100002112a443b7e7a701bc34d686fa87dfae", "another cookie (RFC 3489)"},
      {"80010000" + header, "RTP"},
      {"00010004" + header, "a length without the bytes"},
      {"00010000" + header + "00000000", "bytes beyond the length"},
      {"00010003" + header + "000000", "a length that is no multiple of four"},
      {"00010008" + header + "0006000900000000", "an attribute that is longer than the message"},
      {"00010004" + header + "0006ffff", "the longest attribute and nothing of it"},
    };
  }

  @Test(dataProvider = "others")
  public void isNoStun(String hex, String why) {
    assertThat(StunMessage.read(bytes(hex))).as(why).isEmpty();
  }

  @Test
  public void theSealsOfOthersAreRight() {
    for (String hex : List.of(REQUEST, RESPONSE)) {
      assertThat(read(hex).isMadeWith(PASSWORD)).isTrue();
      assertThat(read(hex).isMadeWith(PASSWORD + "x")).isFalse();
      assertThat(read(hex).fingerprint()).contains(true);
    }
    assertThat(read(SIX).isMadeWith(PASSWORD)).isFalse();
    assertThat(read(SIX).fingerprint()).isEmpty();
  }

  /** Whatever byte is damaged shows in one of the seals, or makes it unreadable. */
  @Test
  public void aDamagedMessageIsNotMadeWithThePassword() {
    byte[] good = bytes(RESPONSE);
    for (int i = 0; i < good.length - 8; i++) {
      byte[] damaged = good.clone();
      damaged[i] ^= 1;
      assertThat(StunMessage.read(damaged).filter(m -> m.isMadeWith(PASSWORD)))
          .as("byte %d", i)
          .isEmpty();
    }
  }

  @Test
  public void whatIsBuiltIsReadAgain() {
    byte[] bytes =
        StunBuilder.fresh(StunMessage.Kind.REQUEST)
            .set(StunAttributeName.USERNAME, "abcde:f")
            .set(StunAttributeName.PRIORITY, "4100000000")
            .set(StunAttributeName.USE_CANDIDATE, "")
            .set(StunAttributeName.ICE_CONTROLLING, "00ff00ff00ff00ff")
            .set(0x7ffe, new byte[] {1, 2, 3})
            .build(Optional.of("secret"));
    StunMessage read = StunMessage.read(bytes).orElseThrow();
    assertThat(read.name()).isEqualTo("Binding request");
    assertThat(read.describe())
        .startsWith(
            """
            USERNAME: abcde:f
            PRIORITY: 4100000000
            USE-CANDIDATE
            ICE-CONTROLLING: 00ff00ff00ff00ff
            0x7ffe: 010203
            MESSAGE-INTEGRITY: """);
    assertThat(read.isMadeWith("secret")).isTrue();
    assertThat(read.isMadeWith("Secret")).isFalse();
    assertThat(read.fingerprint()).contains(true);
  }

  @DataProvider
  public Object[][] places() {
    return new Object[][] {
      {"192.0.2.1", 1, "192.0.2.1:1"}, {"2001:db8::9", 65535, "[2001:db8::9]:65535"}
    };
  }

  @Test(dataProvider = "places")
  public void anAnswerSaysWhereTheCheckCameFrom(String host, int port, String text) {
    StunMessage check = read(REQUEST);
    InetSocketAddress from = new InetSocketAddress(host, port);
    StunMessage answer =
        StunMessage.read(StunBuilder.success(check, from).build(Optional.empty())).orElseThrow();
    assertThat(answer.name()).isEqualTo("Binding success response");
    assertThat(answer.transaction()).isEqualTo(check.transaction());
    assertThat(answer.values("XOR-MAPPED-ADDRESS")).containsExactly(text);
    assertThat(answer.fingerprint()).contains(true);
    assertThat(answer.attribute("MESSAGE-INTEGRITY")).isEmpty();
  }

  /** A test wants wrong ones too. */
  @Test
  public void sealsAreLeftOutOrWrittenAsTheyStand() {
    StunMessage none =
        StunMessage.read(
                StunBuilder.error(read(REQUEST), "401 Unauthenticated")
                    .without(StunAttributeName.FINGERPRINT.type())
                    .build(Optional.empty()))
            .orElseThrow();
    assertThat(none.describe()).isEqualTo("ERROR-CODE: 401 Unauthenticated");
    StunMessage wrong =
        StunMessage.read(
                StunBuilder.success(read(REQUEST), new InetSocketAddress("192.0.2.1", 1))
                    .set(StunAttributeName.MESSAGE_INTEGRITY, "00".repeat(20))
                    .set(StunAttributeName.FINGERPRINT, "00000000")
                    .build(Optional.of("secret")))
            .orElseThrow();
    assertThat(wrong.isMadeWith("secret")).isFalse();
    assertThat(wrong.fingerprint()).contains(false);
  }

  @Test
  public void aTextThatIsNoValueIsRefused() {
    assertThatThrownBy(
            () ->
                StunBuilder.fresh(StunMessage.Kind.REQUEST).set(StunAttributeName.PRIORITY, "high"))
        .hasMessage("PRIORITY: expected a number below 2^32, found 'high'");
  }
}
