package io.parley.explain;

import io.parley.profile.Condition;
import java.util.Arrays;
import java.util.Set;

/** What two calls can differ in, what matters most first. */
public enum Subject {
  /** Lines of the SDP that break its grammar. */
  GRAMMAR(Condition.OFFER_MALFORMED),
  /** Codecs and payload types. */
  CODECS(
      Condition.NO_COMMON_CODEC, Condition.PAYLOAD_TYPE_DUPLICATE, Condition.PAYLOAD_TYPE_REMAPPED),
  /** SRTP: profile, keys, suites. */
  ENCRYPTION(
      Condition.SRTP_MISSING,
      Condition.SRTP_UNWANTED,
      Condition.NO_COMMON_SUITE,
      Condition.CRYPTO_TAG_DUPLICATE),
  /** Where media is to be sent. */
  ADDRESS(Condition.MEDIA_BLACKHOLE, Condition.ADDRESS_IS_NAME, Condition.ADDRESS_IS_IP6),
  /** Whether there is an offer, its streams and directions. */
  OFFER(
      Condition.OFFER_MISSING,
      Condition.AUDIO_MISSING,
      Condition.MEDIA_INACTIVE,
      Condition.BODY_TYPE_UNSUPPORTED),
  /** ICE. */
  ICE(Condition.ICE_MISSING),
  /** UDP, TCP, TLS. */
  TRANSPORT,
  /** How numbers and URIs are written. */
  NUMBERS(
      Condition.NUMBER_FORMAT,
      Condition.NUMBER_INCOMPLETE,
      Condition.NUMBER_UNKNOWN,
      Condition.URI_SCHEME_UNSUPPORTED),
  /** Headers of the request. */
  HEADERS(
      Condition.REQUEST_MALFORMED,
      Condition.CONTACT_MISSING,
      Condition.CONTACT_IS_ADDRESS,
      Condition.REPLACES,
      Condition.REPLACES_UNKNOWN,
      Condition.SESSION_INTERVAL_TOO_SMALL),
  /** What became of the INVITE on its way: credentials, copies, which number, which far end. */
  COURSE,
  /** What seldom makes a call fail: packet time, further attributes, another address of a kind. */
  DETAIL;

  private final Set<Condition> conditions;

  Subject(Condition... conditions) {
    this.conditions = Set.copyOf(Arrays.asList(conditions));
  }

  /** Whether a rule about that condition is about this. */
  boolean concerns(Condition condition) {
    return conditions.contains(condition);
  }

  /** Its name in lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
