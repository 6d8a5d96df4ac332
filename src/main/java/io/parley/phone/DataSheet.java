package io.parley.phone;

import io.parley.model.Doc;
import io.parley.yaml.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A phone as its file has it. Every fact is there: what is not known is said to be unknown.
 *
 * @param title which phone this is
 * @param vendor who makes it
 * @param models the models meant
 * @param sources public documents that the facts are from
 * @param codecs audio codecs it offers as delivered, in its order: {@code name} or {@code
 *     name/clock}
 * @param payloadTypes payload types that are not the static ones, by codec name
 * @param ptime packet time in milliseconds
 * @param srtp how it secures media
 * @param dtmf how it sends digits
 * @param transport transports it speaks, that which it uses as delivered first
 * @param registration how it registers
 * @param headers what it writes in headers of its requests, by header name
 */
@Doc("A desk phone: facts about it, each with how well it is known and from where.")
public record DataSheet(
    @Doc("The title: which phone this is.") @Key("phone") String title,
    @Doc("Who makes it.") String vendor,
    @Doc("The models meant, and their firmware.") List<String> models,
    @Doc("Public documents that the facts are from.") List<String> sources,
    @Doc("Audio codecs that it offers as delivered, in its order: name or name/clock.")
        Fact<List<String>> codecs,
    @Doc("Payload types that are not the static ones of RFC 3551, by codec name.")
        Fact<Map<String, Integer>> payloadTypes,
    @Doc("Packet time in milliseconds.") Fact<Integer> ptime,
    @Doc("How it secures media.") Srtp srtp,
    @Doc("How it sends digits.") Dtmf dtmf,
    @Doc("Transports that it speaks, that which it uses as delivered first: udp, tcp, tls.")
        Fact<List<TransportWord>> transport,
    @Doc("How it registers.") Registration registration,
    @Doc("What it writes in headers of its requests, by header name.")
        Map<String, HeaderHabit> headers) {

  /**
   * How it secures media.
   *
   * @param standard the mode in which it is delivered
   * @param modes the modes that it can be set to
   * @param suites crypto suites it offers, in its order (RFC 4568)
   * @param optionalOffer how it offers SRTP that need not be taken; empty = it has no such mode
   */
  @Doc("How the phone secures media.")
  public record Srtp(
      @Doc("The mode in which it is delivered: off, optional, mandatory.") @Key("default")
          Fact<SrtpMode> standard,
      @Doc("The modes that it can be set to.") Fact<List<SrtpMode>> modes,
      @Doc("Crypto suites that it offers, in its order.") Fact<List<String>> suites,
      @Doc("How it offers SRTP that need not be taken: crypto-in-avp or two-streams.")
          Optional<Fact<OptionalSrtp>> optionalOffer) {}

  /**
   * How it sends digits.
   *
   * @param methods the methods it uses, that as delivered first
   * @param payloadType payload type of telephone-event
   */
  @Doc("How the phone sends digits.")
  public record Dtmf(
      @Doc("The methods that it uses, that as delivered first: rfc4733, info, in-band.")
          Fact<List<DtmfMethod>> methods,
      @Doc("Payload type of telephone-event.") Fact<Integer> payloadType) {}

  /**
   * How it registers.
   *
   * @param expires the Expires it asks for, in seconds
   * @param outbound whether it uses outbound connections (RFC 5626): {@code +sip.instance}, {@code
   *     reg-id}
   */
  @Doc("How the phone registers.")
  public record Registration(
      @Doc("The Expires that it asks for, in seconds.") Fact<Integer> expires,
      @Doc("Whether it registers outbound connections (RFC 5626).") Fact<Boolean> outbound) {}
}
