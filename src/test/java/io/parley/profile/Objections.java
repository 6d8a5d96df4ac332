package io.parley.profile;

import static io.parley.profile.Requests.good;
import static io.parley.profile.Requests.goodOffer;
import static io.parley.profile.Requests.invite;
import static io.parley.profile.Requests.offer;

import java.util.ArrayList;
import java.util.List;

/** For each rule a request that breaks it, and the status of each shipped profile, 0 = accepted. */
final class Objections {
  static final String CALLEE = "+15550100007";
  static final String AES_80 = "AES_CM_128_HMAC_SHA1_80";

  private final List<Object[]> rows = new ArrayList<>();

  private Objections() {}

  /** Rows of profile, rule, request, status. */
  static Object[][] all() {
    Objections out = new Objections();
    out.requests();
    out.bodies();
    out.numbers();
    out.media();
    out.security();
    return out.rows.toArray(Object[][]::new);
  }

  private void requests() {
    row("request-malformed", good().replace("CSeq: 1 INVITE", "CSeq: 1 BYE"), 400, 400, 400, 400);
    row("request-malformed", good().replace("rds: 70", "rds: 999"), 400, 400, 400, 400);
    String options = invite(CALLEE, "").replace("INVITE", "OPTIONS");
    row("contact-missing", options.replaceAll("Contact: [^\r]*\r\n", ""), 403, 403, 0, 0);
    String address = good().replace("caller@127.0.1.1:5060", "caller@203.0.113.1");
    row("contact-is-address", address, 403, 403, 0, 0);
    String sips = good().replace("INVITE sip:", "INVITE sips:");
    row("uri-scheme-unsupported", sips, 416, 416, 416, 416);
    String replacing = with("Replaces: 9@x;to-tag=1;from-tag=2");
    row("replaces", replacing, 403, 403, 0, 0);
    row("replaces-unknown", replacing, 0, 0, 481, 481);
    row("session-interval-too-small", with("Session-Expires: 60"), 422, 422, 422, 422);
  }

  private void bodies() {
    String pidf = good().replace("application/sdp", "application/pidf+xml");
    row("body-type-unsupported", pidf, 415, 415, 415, 415);
    String untyped = good().replace("Content-Type: application/sdp\r\n", "");
    row("body-type-unsupported", untyped, 415, 415, 415, 415);
    row("offer-missing", invite(CALLEE, ""), 415, 415, 488, 0);
    row("offer-malformed", sdp(goodOffer().replace("v=0\r\n", "")), 410, 410, 400, 400);
    row("offer-malformed", sdp(without("c=")), 410, 410, 400, 400);
    String twice = goodOffer() + "a=rtpmap:101 SILK/16000\r\n";
    row("payload-type-duplicate", sdp(twice), 488, 488, 488, 488);
  }

  private void numbers() {
    row("number-format", invite("15550100007", goodOffer()), 404, 404, 404, 0);
    row("number-incomplete", invite("+155501000", goodOffer()), 0, 0, 0, 484);
    row("number-unknown", invite("+15550109999", goodOffer()), 404, 404, 404, 404);
    row("busy", invite("+15550101486", goodOffer()), 486, 486, 486, 486);
    row("declined", invite("+15550101603", goodOffer()), 603, 603, 603, 603);
    row("cost-limit", invite("+15550102603", goodOffer()), 603, 603, 603, 603);
    row("server-error", invite("+15550101500", goodOffer()), 500, 500, 500, 500);
    row("no-channel-left", invite("+15550101503", goodOffer()), 503, 503, 503, 503);
  }

  private void media() {
    row("audio-missing", sdp(goodOffer().replace("m=audio", "m=video")), 488, 488, 488, 488);
    String off = goodOffer().replace("m=audio 40000", "m=audio 0");
    row("audio-missing", sdp(off), 488, 488, 488, 488);
    String remapped = goodOffer() + "a=rtpmap:0 G722/8000\r\n";
    row("payload-type-remapped", sdp(unmapped(remapped)), 488, 488, 488, 488);
    row("no-common-codec", sdp(offer("iLBC,speex", AES_80)), 488, 488, 488, 488);
    row("no-common-codec", sdp(offer("telephone-event", AES_80)), 488, 488, 488, 488);
    row("no-common-codec", sdp(offer("opus", AES_80)), 488, 0, 0, 488);
    row("no-common-codec", sdp(offer("SILK/16000", AES_80)), 0, 0, 488, 488);
    row("media-blackhole", sdp(connection("IN IP4 0.0.0.0")), 488, 488, 488, 0);
    row("address-is-name", sdp(connection("IN IP4 media.example.com")), 488, 488, 488, 0);
    row("address-is-ip6", sdp(connection("IN IP6 2001:db8::1")), 488, 488, 488, 488);
    String inactive = goodOffer().replace("a=sendrecv", "a=inactive");
    row("media-inactive", sdp(inactive), 0, 0, 488, 0);
    row("ice-missing", sdp(without("a=(ice|candidate)")), 0, 488, 0, 0);
    row("ice-missing", sdp(without("a=candidate")), 0, 488, 0, 0);
    row(
        "ice-credentials",
        sdp(goodOffer().replaceFirst("a=ice-ufrag:.*", "a=ice-ufrag:abc")),
        0,
        488,
        0,
        0);
    row(
        "ice-credentials",
        sdp(goodOffer().replaceFirst("a=ice-pwd:.*", "a=ice-pwd:tooshort")),
        0,
        488,
        0,
        0);
  }

  private void security() {
    row("srtp-missing", sdp(offer("PCMU", "")), 488, 488, 488, 0);
    row("srtp-missing", sdp(goodOffer().replace("RTP/SAVP", "RTP/AVP")), 488, 488, 488, 0);
    row("srtp-missing", sdp(without("a=crypto")), 488, 488, 488, 488);
    String tags = offer("PCMU", AES_80 + "," + AES_80).replace("a=crypto:2", "a=crypto:1");
    row("crypto-tag-duplicate", sdp(tags), 488, 488, 488, 0);
    row("no-common-suite", sdp(offer("PCMU", "FOO_CM")), 488, 488, 488, 488);
    row("no-common-suite", sdp(offer("PCMU", "AES_CM_128_HMAC_SHA1_32")), 488, 488, 0, 0);
    row("no-common-suite", sdp(offer("PCMU", "AEAD_AES_256_GCM")), 488, 488, 0, 488);
    String shortKey = goodOffer().replaceAll("inline:[^\r|]*", "inline:AAAA");
    row("no-common-suite", sdp(shortKey), 488, 488, 488, 488);
  }

  private void row(String rule, String request, int... statuses) {
    for (int i = 0; i < Profiles.MAIN.size(); i++) {
      rows.add(new Object[] {Profiles.MAIN.get(i), rule, request, statuses[i]});
    }
  }

  static String sdp(String sdp) {
    return invite(CALLEE, sdp);
  }

  static String with(String header) {
    return good().replace("CSeq: 1 INVITE\r\n", "CSeq: 1 INVITE\r\n" + header + "\r\n");
  }

  static String without(String linePattern) {
    return goodOffer().replaceAll("(?m)^(" + linePattern + ")[^\r]*\r\n", "");
  }

  private static String unmapped(String sdp) {
    return sdp.replace("a=rtpmap:0 PCMU/8000\r\n", "");
  }

  private static String connection(String value) {
    return goodOffer().replaceAll("c=IN IP4 \\S+", "c=" + value);
  }
}
