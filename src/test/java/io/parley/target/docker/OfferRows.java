package io.parley.target.docker;

import io.parley.target.docker.KamailioRows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Offers that the Kamailio SBC refuses, each beside near misses that it relays. */
final class OfferRows {
  private static final String KEY = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
  private static final String CRYPTO = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "\n";
  private static final String CONNECTION = "c=IN IP4 127.0.1.1\n";
  private static final String MEDIA = "m=audio 30000 RTP/SAVP 0 101\n";
  private static final String EVENTS = "a=rtpmap:101 telephone-event/8000\n";
  private static final String CANDIDATE =
      "a=candidate:1 1 UDP 2130706431 127.0.1.1 30000 typ host\n";

  /** Good at every profile. */
  static final String OFFER =
      "v=0\no=- 1 1 IN IP4 127.0.1.1\ns=-\n"
          + CONNECTION
          + "t=0 0\na=ice-lite\n"
          + MEDIA
          + EVENTS
          + CRYPTO
          + "a=ice-ufrag:abcd\na=ice-pwd:abcdefghijklmnopqrstuvwx\n"
          + CANDIDATE
          + "a=rtcp-mux\n";

  private final String profile;
  private final boolean teams;
  private final boolean zoom;
  private final List<Row> rows = new ArrayList<>();

  private OfferRows(String profile) {
    this.profile = profile;
    this.teams = KamailioRows.TEAMS.contains(profile);
    this.zoom = profile.equals("zoom-byoc");
  }

  /** All rows of a profile. */
  static List<Row> of(String profile) {
    OfferRows out = new OfferRows(profile);
    out.syntax();
    out.media();
    out.codecs();
    out.keys();
    out.ice();
    return out.rows;
  }

  private void syntax() {
    int status = teams ? 410 : 400;
    offer("offer-malformed", status, "no v=", OFFER.replace("v=0\n", ""));
    offer(
        "offer-malformed",
        status,
        "o= of five fields",
        OFFER.replace("o=- 1 1 IN IP4 127.0.1.1", "o=- 1 1 IN IP4"));
    offer("offer-malformed", status, "no c=", OFFER.replace(CONNECTION, ""));
    offer(
        "offer-malformed",
        0,
        "c= in the media only",
        OFFER.replace(CONNECTION, "").replace(EVENTS, CONNECTION + EVENTS));
    offer("offer-malformed", status, "no formats", OFFER.replace(" 0 101\n", "\n"));
    offer("offer-malformed", status, "port 65536", OFFER.replace("30000 RTP", "65536 RTP"));
    offer("offer-malformed", 0, "port 65534", OFFER.replace("30000 RTP", "65534 RTP"));
    offer("offer-malformed", status, "a line that is not type=value", OFFER + "hello\n");
    offer("offer-malformed", 0, "unknown attribute", OFFER + "a=x-parley:1\n");
  }

  private void media() {
    int dark = teams || zoom ? 488 : 0;
    offer("audio-missing", 488, "video only", OFFER.replace("m=audio", "m=video"));
    offer("audio-missing", 0, "audio and video", OFFER + "m=video 30010 RTP/SAVP 96\n" + CRYPTO);
    if (dark > 0) {
      offer("audio-disabled", dark, "port 0", OFFER.replace("30000 RTP", "0 RTP"));
    }
    offer("blackhole-address", dark, "session", OFFER.replace(CONNECTION, "c=IN IP4 0.0.0.0\n"));
    offer("blackhole-address", dark, "media", OFFER.replace(EVENTS, "c=IN IP4 0.0.0.0\n" + EVENTS));
    offer(
        "blackhole-address",
        0,
        "session, real in the media",
        OFFER.replace(CONNECTION, "c=IN IP4 0.0.0.0\n").replace(EVENTS, CONNECTION + EVENTS));
    offer("blackhole-address", 0, "in an attribute", OFFER + "a=x-c:c=IN IP4 0.0.0.0\n");
    offer(
        "blackhole-address",
        0,
        "of the video",
        OFFER + "m=video 30010 RTP/SAVP 96\nc=IN IP4 0.0.0.0\n" + CRYPTO);
    offer("blackhole-address", 0, "10.0.0.0", OFFER.replace(CONNECTION, "c=IN IP4 10.0.0.0\n"));
    offer("address-family", 488, "IPv6", OFFER.replace(CONNECTION, "c=IN IP6 2001:db8::1\n"));
  }

  private void codecs() {
    codec(488, "iLBC and speex", "97 98", "97 iLBC/8000", "98 speex/8000");
    codec(0, "PCMA behind them", "97 98 8", "97 iLBC/8000", "98 speex/8000");
    codec(teams || zoom ? 0 : 488, "G729 behind iLBC", "97 18", "97 iLBC/8000");
    codec(488, "rtpmap of G729 not offered", "97", "97 iLBC/8000", "18 G729/8000");
    codec(teams ? 0 : 488, "SILK", "104 103", "104 SILK/16000", "103 SILK/8000");
    codec(
        profile.equals("teams-media-bypass") || zoom ? 0 : 488, "opus", "111", "111 opus/48000/2");
    codec(488, "telephone-event alone", "101");
    codec(488, "misspelt G729a", "102", "102 G729a/8000");
    offer(
        "codec-unsupported",
        488,
        "PCMU for the video only",
        formats("97", "97 iLBC/8000") + "m=video 30010 RTP/SAVP 0\n");
    offer(
        "payload-type-duplicate",
        488,
        "two codecs",
        formats("0 104", "104 SILK/16000", "104 iLBC/8000"));
    offer(
        "payload-type-duplicate",
        0,
        "another stream's",
        formats("0 104", "104 SILK/16000")
            + "m=video 30010 RTP/SAVP 104\na=rtpmap:104 H264/90000\n");
    offer("payload-type-remapped", 488, "0 is PCMA", formats("0", "0 PCMA/8000"));
    offer("payload-type-remapped", 0, "0 is PCMU", formats("0", "0 PCMU/8000"));
  }

  private void keys() {
    int plain = teams || zoom ? 488 : 0;
    String bare = OFFER.replace(CRYPTO, "");
    offer("srtp-missing", plain, "RTP/AVP", bare.replace("RTP/SAVP", "RTP/AVP"));
    offer("srtp-missing", plain, "RTP/AVP with a key", OFFER.replace("RTP/SAVP", "RTP/AVP"));
    String missing = plain == 0 ? "srtp-suite" : "srtp-missing";
    offer(missing, 488, "no key", bare);
    offer(missing, 488, "a key in another attribute", bare + "a=x-note:" + CRYPTO.substring(2));
    offer(missing, 488, "a key of the video", bare + "m=video 30010 RTP/SAVP 96\n" + CRYPTO);
    offer(
        missing,
        488,
        "DTLS",
        bare.replace("RTP/SAVP", "UDP/TLS/RTP/SAVP")
            + "a=fingerprint:sha-256 AE:24\na=setup:actpass\n");
    String unknown = "a=crypto:1 FOO_CM_128 inline:" + KEY + "\n";
    offer("srtp-suite", 488, "unknown", OFFER.replace(CRYPTO, unknown));
    offer(
        "srtp-suite",
        0,
        "one that is known behind it",
        OFFER.replace(CRYPTO, unknown + CRYPTO.replace(":1 ", ":2 ")));
    offer("srtp-suite", 488, "short key", OFFER.replace(KEY, KEY.substring(0, 28)));
    offer("srtp-suite", 0, "lifetime", OFFER.replace(KEY, KEY + "|2^31"));
    offer("srtp-suite", teams ? 488 : 0, "32-bit tag", OFFER.replace("SHA1_80", "SHA1_32"));
    offer(
        "srtp-suite",
        zoom ? 0 : 488,
        "AEAD",
        OFFER.replace(
            CRYPTO,
            "a=crypto:1 AEAD_AES_256_GCM inline:V15i6kuZAU+Zkrf4FBlD6AvshjIp081WmKtASQfR5+xI0OEpPvqo1VYVOGQ=\n"));
  }

  private void ice() {
    int status = profile.equals("teams-media-bypass") ? 488 : 0;
    String without = OFFER.replaceAll("a=(ice|candidate)[^\n]*\n", "");
    offer("ice-missing", status, "none", without);
    offer(
        "ice-missing",
        status,
        "a candidate of the video",
        without
            + "m=video 30010 RTP/SAVP 96\na=ice-ufrag:abcd\na=ice-pwd:abcdefghijklmnopqrstuvwx\n"
            + CANDIDATE);
    offer(
        "ice-missing",
        status,
        "a candidate in another attribute",
        without + "a=x-note:" + CANDIDATE);
    offer("ice-missing", status, "no password", OFFER.replaceAll("a=ice-pwd[^\n]*\n", ""));
    offer(
        "ice-credentials",
        status,
        "a short password",
        OFFER.replaceAll("a=ice-pwd[^\n]*\n", "a=ice-pwd:short\n"));
    offer(
        "ice-credentials",
        status,
        "a short name",
        OFFER.replaceAll("a=ice-ufrag[^\n]*\n", "a=ice-ufrag:a\n"));
  }

  private void codec(int status, String what, String formats, String... rtpmaps) {
    offer("codec-unsupported", status, what, formats(formats, rtpmaps));
  }

  private static String formats(String formats, String... rtpmaps) {
    String maps =
        rtpmaps.length == 0 ? "" : "a=rtpmap:" + String.join("\na=rtpmap:", rtpmaps) + "\n";
    return OFFER.replace(MEDIA + EVENTS, "m=audio 30000 RTP/SAVP " + formats + "\n" + maps);
  }

  /** Refused with that status; 0 = relayed. */
  private void offer(String rule, int status, String what, String offer) {
    String title = status == 0 ? "near miss, " + what : what;
    OptionalInt refusal = status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    rows.add(new Row(profile, rule, title, Invite.to(KamailioRows.NUMBER, offer), refusal));
  }
}
