package io.parley.certify;

import io.parley.phone.DtmfMethod;
import io.parley.phone.SrtpMode;
import io.parley.phone.TransportWord;
import java.util.Optional;
import java.util.function.Predicate;

/** Something that a phone, as it is set up, has or has not, so that a requirement applies to it. */
enum Trait {
  /** A codec that the far end has. */
  CODECS_IN_COMMON(s -> !s.common().isEmpty(), "the far end has no codec of the phone"),
  /** A codec that the far end does not have. */
  FOREIGN_CODECS(s -> !s.foreign().isEmpty(), "the far end has every codec of the phone"),
  /** More than one codec. */
  SEVERAL_CODECS(s -> s.codecs().size() > 1, "the phone has one codec only"),
  /** SRTP can be switched off. */
  SRTP_OFF(s -> s.modes().contains(SrtpMode.OFF), "the phone cannot be set to SRTP off"),
  /** SRTP can be left to the other side. */
  SRTP_OPTIONAL(
      s -> s.modes().contains(SrtpMode.OPTIONAL), "the phone cannot be set to optional SRTP"),
  /** SRTP can be insisted on. */
  SRTP_MANDATORY(
      s -> s.modes().contains(SrtpMode.MANDATORY), "the phone cannot be set to mandatory SRTP"),
  /** Digits as events. */
  RFC4733(s -> s.dtmf().contains(DtmfMethod.RFC4733), "the phone sends no telephone-event"),
  /** Digits by INFO. */
  INFO(s -> s.dtmf().contains(DtmfMethod.INFO), "the phone sends no digits by INFO"),
  /** It speaks over datagrams, which can get lost. */
  UDP(s -> s.transport() == TransportWord.UDP, "the phone does not use UDP as delivered");

  private final Predicate<Setup> has;
  private final String lack;

  Trait(Predicate<Setup> has, String lack) {
    this.has = has;
    this.lack = lack;
  }

  /** Why something that needs it does not apply; empty = it applies. */
  Optional<String> objection(Setup setup) {
    return has.test(setup) ? Optional.empty() : Optional.of(lack);
  }
}
