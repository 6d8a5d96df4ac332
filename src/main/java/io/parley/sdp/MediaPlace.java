package io.parley.sdp;

/**
 * Where we take media.
 *
 * @param address our address as text: what {@code local} means in an offer
 * @param rtpPort our RTP port 1..65535; RTCP, where not multiplexed, is the next one
 */
public record MediaPlace(String address, int rtpPort) {}
