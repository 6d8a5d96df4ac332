package io.parley.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.StunAttributeName;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What an ICE agent answers, and what it does not answer at all. */
public class StunAnswerTests {
  private static final InetSocketAddress FROM = new InetSocketAddress("192.0.2.7", 4711);
  private static final Map<String, String> PASSWORDS =
      Map.of("mine", "a-password-of-22-chars", "former", "another-password-of-it");

  private static StunBuilder check() {
    return StunBuilder.fresh(StunMessage.Kind.REQUEST)
        .set(StunAttributeName.USERNAME, "mine:theirs")
        .set(StunAttributeName.PRIORITY, "1");
  }

  private static Optional<StunMessage> answer(byte[] datagram) {
    return StunAnswer.to(datagram, FROM, PASSWORDS).map(b -> StunMessage.read(b).orElseThrow());
  }

  @Test
  public void aGoodCheckIsAnsweredWithWhereItCameFrom() {
    byte[] check = check().build(Optional.of("a-password-of-22-chars"));
    StunMessage answer = answer(check).orElseThrow();
    assertThat(answer.name()).isEqualTo("Binding success response");
    assertThat(answer.transaction()).isEqualTo(StunMessage.read(check).orElseThrow().transaction());
    assertThat(answer.values("XOR-MAPPED-ADDRESS")).containsExactly("192.0.2.7:4711");
    assertThat(answer.isMadeWith("a-password-of-22-chars")).isTrue();
    assertThat(answer.fingerprint()).contains(true);
  }

  /** Those from before an ICE restart still hold. */
  @Test
  public void eachUserHasItsPassword() {
    StunBuilder former = check().set(StunAttributeName.USERNAME, "former:theirs");
    assertThat(answer(former.build(Optional.of("another-password-of-it"))).orElseThrow().name())
        .isEqualTo("Binding success response");
    assertThat(error(former.build(Optional.of("a-password-of-22-chars"))))
        .isEqualTo("401 Unauthenticated");
  }

  private static String error(byte[] check) {
    StunMessage answer = answer(check).orElseThrow();
    assertThat(answer.kind()).isEqualTo(StunMessage.Kind.ERROR);
    return answer.values("ERROR-CODE").get(0);
  }

  @Test
  public void aBadCheckIsRefused() {
    Optional<String> good = Optional.of("a-password-of-22-chars");
    int user = StunAttributeName.USERNAME.type();
    assertThat(error(check().without(user).build(good))).isEqualTo("400 Bad Request");
    assertThat(error(check().build(Optional.empty()))).isEqualTo("400 Bad Request");
    assertThat(error(check().build(Optional.of("wrong")))).isEqualTo("401 Unauthenticated");
    assertThat(error(check().set(StunAttributeName.USERNAME, "x:mine").build(good)))
        .isEqualTo("401 Unauthenticated");
  }

  @Test
  public void whatMustBeUnderstoodAndIsNotIsNamed() {
    byte[] check =
        check()
            .set(0x7ffe, new byte[0])
            .set(0xc057, new byte[4])
            .build(Optional.of("a-password-of-22-chars"));
    assertThat(error(check)).isEqualTo("420 Unknown Attribute");
    assertThat(answer(check).orElseThrow().values("UNKNOWN-ATTRIBUTES")).containsExactly("7ffe");
  }

  @DataProvider
  public Object[][] others() {
    Optional<String> good = Optional.of("a-password-of-22-chars");
    return new Object[][] {
      {"nothing", new byte[0]},
      {"RTP", StunMessageTests.bytes("8000000112345678deadbeef00")},
      {"a keepalive", StunBuilder.fresh(StunMessage.Kind.INDICATION).build(good)},
      {"an answer", StunMessageTests.bytes(StunMessageTests.RESPONSE)},
      {"another method", StunMessageTests.bytes("000300002112a442b7e7a701bc34d686fa87dfae")},
      {"a damaged check", check().set(StunAttributeName.FINGERPRINT, "00000000").build(good)},
    };
  }

  @Test(dataProvider = "others")
  public void whatIsNoCheckIsNotAnswered(String what, byte[] datagram) {
    assertThat(answer(datagram)).as(what).isEmpty();
  }
}
