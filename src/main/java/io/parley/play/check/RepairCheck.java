package io.parley.play.check;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.SourcePosition;
import io.parley.play.stage.Stage;
import io.parley.profile.Profile;
import io.parley.profile.Ruling;
import io.parley.target.Target;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the target mended a call: the offer that left it is one that the far end takes. */
final class RepairCheck {
  private final Optional<String> name;
  private final Optional<Profile> profile;
  private final Target.FarEnd farEnd;
  private final Supplier<Optional<byte[]>> farEndOffer;

  /**
   * Sets the check up.
   *
   * @param name the profile of the case
   * @param farEndOffer the offer that left the target, once it did
   */
  RepairCheck(Optional<String> name, Stage stage, Supplier<Optional<byte[]>> farEndOffer) {
    this.name = name;
    this.profile = name.flatMap(stage.profiles()::get);
    this.farEnd = stage.target().farEnd();
    this.farEndOffer = farEndOffer;
  }

  /** Why it did not, or cannot be said to have; empty = it did. */
  Optional<Finding> objection(SourcePosition at) {
    String wanted =
        "the offer that left the target to be one that " + name.orElse("the far end") + " takes";
    if (farEnd != Target.FarEnd.PARLEY || profile.isEmpty()) {
      return Optional.of(unseen(at, wanted));
    }
    return actual().map(a -> Finding.of(FindingKind.NOT_REPAIRED, at, wanted, a));
  }

  /** A stranger behind the SBC may have got a good offer; where nobody is, nobody did. */
  private Finding unseen(SourcePosition at, String wanted) {
    return farEnd == Target.FarEnd.REAL
        ? Finding.of(
            FindingKind.UNSEEN,
            at,
            wanted,
            "a 2xx, and nobody of ours saw that offer: the far end is not played by Parley")
        : Finding.of(
            FindingKind.NOT_REPAIRED, at, wanted, "a 2xx of the target's own: nobody is behind it");
  }

  private Optional<String> actual() {
    Optional<byte[]> offer = farEndOffer.get();
    if (offer.isEmpty()) {
      return Optional.of("the target answered 2xx and relayed no offer");
    }
    return profile.get().judgeOffer(offer.get()) instanceof Ruling.Refuse refuse
        ? Optional.of(refuse.explanation())
        : Optional.empty();
  }
}
