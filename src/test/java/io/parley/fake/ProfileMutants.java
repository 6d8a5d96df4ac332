package io.parley.fake;

import io.parley.model.CodecSpec;
import io.parley.profile.Condition;
import io.parley.profile.MediaPolicy;
import io.parley.profile.NumberFormat;
import io.parley.profile.Profile;
import io.parley.profile.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A profile with one thing in it changed, once for each thing that a file can get wrong. */
final class ProfileMutants {
  /** What no expectation allows. */
  private static final int OTHER = 606;

  private static final List<CodecSpec> CODECS =
      Stream.of("opus", "SILK/16000", "SILK/8000", "PCMU", "PCMA", "G722", "G729", "iLBC", "speex")
          .map(CodecSpec::parse)
          .toList();
  private static final List<String> SUITES =
      List.of(
          "AEAD_AES_256_GCM",
          "AES_256_CM_HMAC_SHA1_80",
          "AES_CM_128_HMAC_SHA1_80",
          "AES_CM_128_HMAC_SHA1_32");
  private static final List<String> SCHEMES = List.of("sip", "sips", "tel");
  private static final List<String> BODIES = List.of("application/sdp", "multipart/mixed");

  private final Profile right;
  private final MediaPolicy media;
  private final Map<String, Profile> out = new LinkedHashMap<>();

  private ProfileMutants(Profile right) {
    this.right = right;
    this.media = right.media();
  }

  /** All of them, by what was changed. */
  static Map<String, Profile> of(Profile right) {
    ProfileMutants all = new ProfileMutants(right);
    right.rules().forEach(all::rule);
    all.media();
    all.rest();
    return all.out;
  }

  private void rule(Rule rule) {
    String name = rule.condition().label();
    out.put(name + " is not refused", with(media, rules(rule, Stream.of())));
    out.put(name + " is refused " + OTHER, with(media, rules(rule, Stream.of(otherwise(rule)))));
  }

  private List<Rule> rules(Rule rule, Stream<Rule> instead) {
    List<Rule> made = instead.toList();
    return right.rules().stream().flatMap(r -> r == rule ? made.stream() : Stream.of(r)).toList();
  }

  private static Rule otherwise(Rule rule) {
    return new Rule(
        rule.condition(),
        OTHER,
        rule.phrase(),
        rule.headers(),
        rule.code(),
        rule.explanation(),
        rule.evidence(),
        rule.source());
  }

  private void media() {
    boolean srtp = media.srtpRequired();
    boolean ice = media.iceRequired();
    each("codec", CODECS, media.codecs(), c -> media(c, srtp, media.suites(), ice));
    each("suite", SUITES, media.suites(), s -> media(media.codecs(), srtp, s, ice));
    out.put("SRTP required: " + !srtp, media(media.codecs(), !srtp, media.suites(), ice));
    if (right.rule(Condition.ICE_MISSING).isPresent()) {
      out.put("ICE required: " + !ice, media(media.codecs(), srtp, media.suites(), !ice));
    }
  }

  private Profile media(List<CodecSpec> codecs, boolean srtp, List<String> suites, boolean ice) {
    return with(new MediaPolicy(codecs, srtp, suites, ice, media.directions()), right.rules());
  }

  private void rest() {
    NumberFormat format = right.numberFormat();
    List<String> schemes = right.uriSchemes();
    List<String> bodies = right.bodyTypes();
    int least = right.minSessionExpires();
    NumberFormat other = format == NumberFormat.ANY ? NumberFormat.E164 : NumberFormat.ANY;
    if (right.rule(Condition.NUMBER_FORMAT).isPresent()) {
      out.put("numbers " + other, with(media, right.rules(), other, schemes, bodies, least));
    }
    out.put("least interval 0", with(media, right.rules(), format, schemes, bodies, 0));
    each("URI", SCHEMES, schemes, u -> with(media, right.rules(), format, u, bodies, least));
    each("body", BODIES, bodies, b -> with(media, right.rules(), format, schemes, b, least));
  }

  /** A list without each of its members, and with each that it has not. */
  private <T> void each(String what, List<T> known, List<T> has, Function<List<T>, Profile> made) {
    for (T member : known) {
      List<T> changed = new ArrayList<>(has);
      boolean without = changed.remove(member);
      if (!without) {
        changed.add(member);
      }
      String said = member instanceof CodecSpec c ? text(c) : member.toString();
      out.put(what + (without ? " without " : " with ") + said, made.apply(List.copyOf(changed)));
    }
  }

  private static String text(CodecSpec codec) {
    return codec.name() + (codec.clock().isPresent() ? "/" + codec.clock().getAsInt() : "");
  }

  private Profile with(MediaPolicy media, List<Rule> rules) {
    return with(
        media,
        rules,
        right.numberFormat(),
        right.uriSchemes(),
        right.bodyTypes(),
        right.minSessionExpires());
  }

  private Profile with(
      MediaPolicy media,
      List<Rule> rules,
      NumberFormat format,
      List<String> schemes,
      List<String> bodies,
      int least) {
    return new Profile(
        right.id(),
        right.title(),
        right.parent(),
        right.sources(),
        media,
        format,
        schemes,
        bodies,
        right.allow(),
        least,
        right.upperCaseHeaders(),
        right.server(),
        right.keepsRingback(),
        right.keepAlive(),
        rules,
        right.invite(),
        right.refusalHeaders());
  }
}
