package io.parley.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.model.IceSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SdpMutation;
import io.parley.model.StreamDraft;
import io.parley.model.StreamMutation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.testng.annotations.Test;

/** Whatever is done to an offer, reading, judging, answering and going on from it never fails. */
public class MutationPropertyTests {
  private static final long SEED = 4568;
  private static final int ROUNDS = 1000;
  private static final MediaPlace PLACE = new MediaPlace("192.0.2.10", 30000);
  private static final List<String> LINES =
      List.of(
          "v=", "o=", "s=", "c=", "t=", "m=", "a=rtpmap", "a=crypto", "a=candidate", "a=ice", "a=");
  private static final List<String> TEXTS =
      List.of(
          "",
          "-1",
          "70000",
          "a=",
          "=",
          "m=audio",
          "c=IN IP6 ::",
          "\u00e9",
          "0 0 0",
          "x".repeat(300));
  private static final OfferSpec OFFER =
      Specs.spec()
          .sdes("AES_CM_128_HMAC_SHA1_80", "AEAD_AES_256_GCM")
          .ice(IceSpec.FULL)
          .more(new StreamDraft().kind("video").done(), new StreamDraft().kind("image").done())
          .get();

  private final Random random = new Random(SEED);

  @Test
  public void nothingThatIsDoneToAnOfferBreaksUs() {
    Sdp good = Sdp.of(OfferBuilder.build(OFFER, PLACE, new SdpSession(1, 1)));
    int malformed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<SdpMutation> changes = changes();
      Sdp damaged = damaged(good, changes);
      assertThatCode(() -> use(good, damaged)).as("%s", changes).doesNotThrowAnyException();
      assertThat(Sdp.of(damaged.bytes()).text()).isEqualTo(damaged.text());
      malformed += damaged.isMalformed() ? 1 : 0;
    }
    assertThat(malformed).isBetween(ROUNDS / 2, ROUNDS - 1);
  }

  private static void use(Sdp good, Sdp damaged) {
    damaged.media().forEach(m -> m.cryptos().forEach(Crypto::fault));
    damaged.media().forEach(m -> m.ice().credentialFault());
    damaged.media().forEach(m -> m.dtlsFingerprint().ifPresent(Fingerprint::fault));
    AnswerJudge.judge(good, damaged);
    AnswerJudge.judge(damaged, good);
    OriginJudge.judge(good, damaged);
    OfferComparison.between(good, damaged);
    AnswerBuilder.answer(damaged, PLACE, new SdpSession(2, 1));
  }

  /** A change that finds nothing to change in what is left is passed over. */
  private static Sdp damaged(Sdp good, List<SdpMutation> changes) {
    Sdp out = good;
    for (SdpMutation change : changes) {
      try {
        out = Mutations.apply(out, List.of(change));
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageStartingWith("mutate: ");
      }
    }
    return out;
  }

  private List<SdpMutation> changes() {
    List<SdpMutation> out = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      out.add(change());
    }
    return out;
  }

  private SdpMutation change() {
    String line = one(LINES);
    Optional<String> in =
        random.nextInt(3) == 0
            ? Optional.of(one(List.of("session", "1", "2", "9")))
            : Optional.empty();
    OptionalInt nth =
        random.nextInt(3) == 0 ? OptionalInt.of(1 + random.nextInt(3)) : OptionalInt.empty();
    return switch (random.nextInt(12)) {
      case 0 -> new SdpMutation.Drop(line, in, nth);
      case 1 -> new SdpMutation.Repeat(line, in, nth, OptionalInt.of(2 + random.nextInt(3)));
      case 2 -> new SdpMutation.Replace(line, one(TEXTS), in, nth);
      case 3 ->
          new SdpMutation.Change(
              line, OptionalInt.of(1 + random.nextInt(5)), Optional.empty(), one(TEXTS), in, nth);
      case 4 ->
          new SdpMutation.Move(
              line, Optional.of(SdpMutation.Place.FIRST), Optional.empty(), in, nth);
      case 5 -> new SdpMutation.Move(line, Optional.empty(), Optional.of(one(LINES)), in, nth);
      case 6 -> new SdpMutation.Append(one(TEXTS), in);
      case 7 -> new SdpMutation.LineEnd(one(List.of("\n", "\r", "", "\0")), Optional.of(line));
      case 8 -> new SdpMutation.LineBytes(line, "00ff0d");
      case 9 -> new StreamMutation.Drop(1 + random.nextInt(4));
      case 10 -> new StreamMutation.Move(1 + random.nextInt(4), SdpMutation.Place.LAST);
      default -> new SdpMutation.Truncate(1 + random.nextInt(600));
    };
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
