package io.parley.profile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a far end can object to. The set is closed: a profile says which of these it refuses, in
 * which order and how; what each means is here.
 */
public enum Condition {
  /** Not a request by RFC 3261's grammar. */
  REQUEST_MALFORMED(Scope.ANY, RequestChecks::malformed),
  /** A Request-URI scheme the far end does not serve. */
  URI_SCHEME_UNSUPPORTED(Scope.INITIAL, RequestChecks::scheme),
  /** No Contact, also in OPTIONS. */
  CONTACT_MISSING(Scope.INITIAL, RequestChecks::contactMissing),
  /** An IP address instead of a name in Contact; loopback is exempt, a lab has no names. */
  CONTACT_IS_ADDRESS(Scope.INITIAL, RequestChecks::contactIsAddress),
  /** A Replaces header (RFC 3891). */
  REPLACES(Scope.INITIAL, RequestChecks::replaces),
  /** A Replaces header that names no dialog known here (RFC 3891 §3). */
  REPLACES_UNKNOWN(Scope.INITIAL, RequestChecks::replacesUnknown),
  /** Session-Expires below the far end's least (RFC 4028 §6). */
  SESSION_INTERVAL_TOO_SMALL(Scope.INVITE, RequestChecks::sessionInterval),
  /** A body of a type that the far end does not read, or of no type. */
  BODY_TYPE_UNSUPPORTED(Scope.INVITE, BodyChecks::type),
  /** No offer in an INVITE that begins a call: delayed offer (RFC 3261 §13.2.1). */
  OFFER_MISSING(Scope.INITIAL_INVITE, BodyChecks::missing),
  /** An offer that breaks RFC 8866's grammar. */
  OFFER_MALFORMED(Scope.INVITE, BodyChecks::malformed),
  /** A dialled number that is not of the form the far end wants. */
  NUMBER_FORMAT(Scope.INITIAL_INVITE, NumberChecks::format),
  /** A dialled number that is the beginning of a known one. */
  NUMBER_INCOMPLETE(Scope.INITIAL_INVITE, NumberChecks::incomplete),
  /** A dialled number that nobody has. */
  NUMBER_UNKNOWN(Scope.INITIAL_INVITE, NumberChecks::unknown),
  /** No audio stream that is in use. */
  AUDIO_MISSING(Scope.INVITE, MediaChecks::audioMissing),
  /** One payload type given two meanings. */
  PAYLOAD_TYPE_DUPLICATE(Scope.INVITE, CodecChecks::duplicate),
  /** A static payload type given another codec (RFC 3551 §6). */
  PAYLOAD_TYPE_REMAPPED(Scope.INVITE, CodecChecks::remapped),
  /** No codec for speech that the far end can use. */
  NO_COMMON_CODEC(Scope.INVITE, CodecChecks::noneInCommon),
  /** No SDES key although the far end or the m= line wants SRTP. */
  SRTP_MISSING(Scope.INVITE, SecurityChecks::missing),
  /** SRTP although the far end takes plain RTP only. */
  SRTP_UNWANTED(Scope.INVITE, SecurityChecks::unwanted),
  /** Two {@code a=crypto} lines with one tag (RFC 4568 §4.1). */
  CRYPTO_TAG_DUPLICATE(Scope.INVITE, SecurityChecks::duplicateTag),
  /** Keys, but none of a suite and length the far end can use. */
  NO_COMMON_SUITE(Scope.INVITE, SecurityChecks::noSuite),
  /** The connection address is {@code 0.0.0.0} or {@code ::}. */
  MEDIA_BLACKHOLE(Scope.INVITE, MediaChecks::blackhole),
  /** The connection address is a host name. */
  ADDRESS_IS_NAME(Scope.INVITE, MediaChecks::nameAsAddress),
  /** The connection address is IPv6. */
  ADDRESS_IS_IP6(Scope.INVITE, MediaChecks::ip6),
  /** A call that begins inactive. */
  MEDIA_INACTIVE(Scope.INITIAL_INVITE, MediaChecks::inactive),
  /** No usable ICE candidate (RFC 8839 §5.1). */
  ICE_MISSING(Scope.INVITE, MediaChecks::iceMissing),
  /** ICE credentials that are too short or have other characters (RFC 8839 §5.4). */
  ICE_CREDENTIALS(Scope.INVITE, MediaChecks::iceCredentials),
  /** The callee is busy. */
  BUSY(Scope.INITIAL_INVITE, NumberChecks.role("busy", "the callee is busy")),
  /** The callee declines. */
  DECLINED(Scope.INITIAL_INVITE, NumberChecks.role("declined", "the callee declines")),
  /** The number is too expensive for the trunk's limit. */
  COST_LIMIT(
      Scope.INITIAL_INVITE, NumberChecks.role("cost", "the call costs more than the trunk may")),
  /** The far end fails. */
  SERVER_ERROR(Scope.INITIAL_INVITE, NumberChecks.role("error", "the far end fails")),
  /** Every channel of the trunk is taken. */
  NO_CHANNEL_LEFT(Scope.INITIAL_INVITE, NumberChecks::noChannel);

  private static final Set<Condition> OF_PROFILE =
      EnumSet.of(
          URI_SCHEME_UNSUPPORTED,
          SESSION_INTERVAL_TOO_SMALL,
          BODY_TYPE_UNSUPPORTED,
          NUMBER_FORMAT,
          NO_COMMON_CODEC,
          SRTP_MISSING,
          SRTP_UNWANTED,
          NO_COMMON_SUITE,
          ICE_MISSING,
          ICE_CREDENTIALS);

  /** The requests a condition is about. */
  enum Scope {
    ANY,
    INITIAL,
    INVITE,
    INITIAL_INVITE
  }

  /** Looks at a request as a far end does. */
  interface Check {
    /** What is wrong; empty = nothing. */
    Optional<Fault> fault(Profile profile, Judged judged);
  }

  private final Scope scope;
  private final Check check;

  Condition(Scope scope, Check check) {
    this.scope = scope;
    this.check = check;
  }

  /** Its name in a profile: {@code no-common-codec}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The condition of that name. */
  public static Optional<Condition> of(String label) {
    return Arrays.stream(values()).filter(c -> c.label().equals(label)).findFirst();
  }

  /** All names, in order, for messages. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Condition::label).collect(Collectors.toList());
  }

  /** Whether it looks at the offer only. */
  public boolean isAboutOffers() {
    return scope == Scope.INVITE && this != SESSION_INTERVAL_TOO_SMALL
        || this == OFFER_MISSING
        || this == MEDIA_INACTIVE;
  }

  /** Whether what is wrong depends on what the far end wants, and not on the request alone. */
  boolean isOfProfile() {
    return OF_PROFILE.contains(this);
  }

  /** What is wrong with the request in this respect; empty = nothing. */
  Optional<Fault> fault(Profile profile, Judged judged) {
    return concerns(judged) ? check.fault(profile, judged) : Optional.empty();
  }

  private boolean concerns(Judged judged) {
    return switch (scope) {
      case ANY -> true;
      case INITIAL -> judged.initial();
      case INVITE -> judged.mayOffer();
      case INITIAL_INVITE -> judged.initial() && judged.request().method().equals("INVITE");
    };
  }
}
