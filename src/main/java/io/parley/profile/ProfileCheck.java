package io.parley.profile;

import io.parley.model.CodecSpec;
import io.parley.model.SourcePosition;
import io.parley.sdp.CryptoSuite;
import io.parley.sdp.KnownCodec;
import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.util.List;

/** Whether what a profile's file says can be acted on. */
final class ProfileCheck {
  private final ProfileFile file;
  private final Problems problems;

  ProfileCheck(ProfileFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Whether its codecs and suites are some; what is not is noted. */
  boolean wordsAreKnown() {
    int before = problems.count();
    file.codecs().forEach(this::codec);
    file.srtp().ifPresent(s -> s.suites().forEach(this::suite));
    return problems.count() == before;
  }

  /**
   * Whether the profile takes some calls, and refuses what it says it does: a demand without a rule
   * would demand nothing, and every scenario about it would fail without a reason.
   *
   * @param profile it, laid over the one it extends
   */
  boolean canAct(Profile profile) {
    int before = problems.count();
    if (profile.media().codecs().isEmpty()) {
      problems.add(
          file.at(),
          "missing key 'codecs'",
          "Say which audio codecs it takes, or extend a profile that does: extends: rfc-trunk.");
    }
    if (profile.media().srtpRequired()) {
      refuses(profile, Condition.SRTP_MISSING, "srtp: required");
    }
    if (profile.media().iceRequired()) {
      refuses(profile, Condition.ICE_MISSING, "ice: required");
    }
    return problems.count() == before;
  }

  private void refuses(Profile profile, Condition condition, String demand) {
    if (profile.rule(condition).isEmpty()) {
      problems.add(
          file.at(),
          demand + ": no rule says how an offer without it is refused",
          "Add one under refuse: { if: "
              + condition.label()
              + ", status: 488, phrase: Not Acceptable Here, evidence: …, source: … }.");
    }
  }

  private void codec(Located<String> text) {
    try {
      CodecSpec codec = CodecSpec.parse(text.value());
      if (codec.clock().isEmpty() && !KnownCodec.isKnown(codec.name())) {
        unknownCodec(text.at(), codec.name());
      }
    } catch (IllegalArgumentException e) {
      problems.add(text.at(), "codecs: " + e.getMessage());
    }
  }

  private void unknownCodec(SourcePosition at, String name) {
    List<String> names = KnownCodec.names();
    problems.add(
        at,
        "codecs: unknown codec '" + name + "'",
        KnownCodec.otherName(name)
                .or(() -> Suggestion.nearest(name, names).map(n -> "Did you mean '" + n + "'?"))
                .map(meant -> meant + " ")
                .orElse("")
            + "A codec of another name needs its clock: "
            + name
            + "/8000. Known: "
            + String.join(", ", names));
  }

  private void suite(Located<String> suite) {
    if (CryptoSuite.keyBytes(suite.value()).isEmpty()) {
      problems.add(
          suite.at(),
          "suites: unknown crypto suite '" + suite.value() + "'",
          Suggestion.hint(suite.value(), "Known", CryptoSuite.names()));
    }
  }
}
