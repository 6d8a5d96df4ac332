package io.parley.profile;

import io.parley.model.CodecSpec;
import io.parley.model.Evidence;
import io.parley.model.SourcePosition;
import io.parley.sip.HeaderField;
import io.parley.yaml.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A profile as its file has it; what it does not say, it takes from the profile it extends.
 *
 * @param at where it starts
 * @param profile its title
 * @param parent the profile it extends
 */
record ProfileFile(
    SourcePosition at,
    String profile,
    @Key("extends") Optional<String> parent,
    List<String> sources,
    List<String> codecs,
    Optional<Srtp> srtp,
    Optional<Ice> ice,
    Optional<NumberFormat> numberFormat,
    List<String> uriSchemes,
    List<String> bodyTypes,
    List<String> allow,
    OptionalInt minSessionExpires,
    Optional<Boolean> upperCaseHeaders,
    Optional<String> server,
    List<Refusal> refuse) {

  /** Whether plain RTP is refused, and which suites will do. */
  record Srtp(boolean required, List<String> suites) {}

  /** Whether an offer must have ICE candidates. */
  enum Ice {
    REQUIRED,
    IGNORED
  }

  /** One rule. */
  record Refusal(
      SourcePosition at,
      @Key("if") Condition condition,
      int status,
      String phrase,
      Map<String, String> headers,
      Optional<String> code,
      Optional<String> says,
      Evidence evidence,
      String source) {

    Refusal {
      if (status < 300 || status > 699) {
        throw new IllegalArgumentException("expected a status of 300 to 699, found " + status);
      }
    }

    Rule rule() {
      List<HeaderField> fields = new ArrayList<>();
      headers.forEach((name, value) -> fields.add(new HeaderField(name, value)));
      return new Rule(condition, status, phrase, List.copyOf(fields), code, says, evidence, source);
    }
  }

  /** The profile, laid over the one it extends. */
  Profile over(String id, Optional<Profile> base) {
    return new Profile(
        id,
        profile,
        parent,
        sources,
        media(base.map(Profile::media)),
        numberFormat.or(() -> base.map(Profile::numberFormat)).orElse(NumberFormat.ANY),
        list(uriSchemes, base.map(Profile::uriSchemes), List.of("sip")),
        list(bodyTypes, base.map(Profile::bodyTypes), List.of("application/sdp")),
        list(allow, base.map(Profile::allow), List.of("INVITE", "ACK", "CANCEL", "BYE", "OPTIONS")),
        minSessionExpires.orElse(base.map(Profile::minSessionExpires).orElse(0)),
        upperCaseHeaders.or(() -> base.map(Profile::upperCaseHeaders)).orElse(false),
        server.or(() -> base.map(Profile::server)).orElse("Parley"),
        rules(base.map(Profile::rules).orElse(List.of())));
  }

  private MediaPolicy media(Optional<MediaPolicy> base) {
    List<CodecSpec> own = codecs.stream().map(CodecSpec::parse).toList();
    return new MediaPolicy(
        list(own, base.map(MediaPolicy::codecs), List.of()),
        srtp.map(Srtp::required).or(() -> base.map(MediaPolicy::srtpRequired)).orElse(false),
        srtp.map(Srtp::suites).or(() -> base.map(MediaPolicy::suites)).orElse(List.of()),
        ice.map(i -> i == Ice.REQUIRED).or(() -> base.map(MediaPolicy::iceRequired)).orElse(false));
  }

  /**
   * A rule of ours replaces the base's rule for the same condition where that stood; others follow.
   */
  private List<Rule> rules(List<Rule> base) {
    List<Rule> out = new ArrayList<>(base);
    for (Refusal r : refuse) {
      Rule rule = r.rule();
      int at = out.stream().map(Rule::condition).toList().indexOf(rule.condition());
      if (at >= 0) {
        out.set(at, rule);
      } else {
        out.add(rule);
      }
    }
    return List.copyOf(out);
  }

  private static <T> List<T> list(List<T> own, Optional<List<T>> base, List<T> standard) {
    return own.isEmpty() ? base.orElse(standard) : own;
  }
}
