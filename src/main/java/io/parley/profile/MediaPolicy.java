package io.parley.profile;

import io.parley.model.CodecSpec;
import java.util.List;

/**
 * What a far end needs to see in an offer.
 *
 * @param codecs audio codecs it can use, in its order of preference
 * @param srtpRequired whether plain RTP is refused
 * @param suites SDES crypto-suites it accepts (RFC 4568), in its order of preference
 * @param iceRequired whether an offer without ICE candidates is refused
 */
public record MediaPolicy(
    List<CodecSpec> codecs, boolean srtpRequired, List<String> suites, boolean iceRequired) {}
