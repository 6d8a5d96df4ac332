package io.parley.sdp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What changed between two SDPs, in words: what an SBC made of an offer on its way, or what an
 * answer took of it. Keys, ports other than 0 and credentials always change and are left out.
 */
public final class OfferComparison {
  private static final String ABSENT = "absent";

  private OfferComparison() {}

  /** Compares stream by stream; empty = nothing of meaning changed. */
  public static List<SdpChange> between(Sdp before, Sdp after) {
    Map<String, String> first = view(before);
    Map<String, String> second = view(after);
    List<String> keys = new ArrayList<>(first.keySet());
    second.keySet().stream().filter(k -> !first.containsKey(k)).forEach(keys::add);
    return keys.stream()
        .map(k -> new SdpChange(k, first.getOrDefault(k, ABSENT), second.getOrDefault(k, ABSENT)))
        .filter(c -> !c.before().equals(c.after()))
        .toList();
  }

  private static Map<String, String> view(Sdp sdp) {
    Map<String, String> out = new LinkedHashMap<>();
    for (int i = 0; i < sdp.media().size(); i++) {
      Media media = sdp.media().get(i);
      String name = i == 0 ? media.kind() : media.kind() + " (stream " + (i + 1) + ")";
      stream(out, name + " ", media);
    }
    return out;
  }

  private static void stream(Map<String, String> out, String name, Media media) {
    out.put(name + "stream", media.isRejected() ? "rejected (port 0)" : "live");
    if (media.isRejected()) {
      return;
    }
    out.put(name + "protocol", media.protocol());
    out.put(name + "codecs", codecs(media));
    out.put(name + "address", media.address().orElse("none"));
    out.put(name + "direction", media.direction().attribute());
    out.put(name + "key suites", suites(media));
    out.put(name + "DTLS", media.fingerprint().isPresent() ? "offered" : "none");
    out.put(
        name + "ICE", media.ice().isPresent() ? (media.ice().lite() ? "lite" : "full") : "none");
    out.put(name + "rtcp-mux", media.rtcpMux() ? "yes" : "no");
    out.put(
        name + "ptime", media.ptime().isPresent() ? media.ptime().getAsInt() + " ms" : "not said");
  }

  private static String codecs(Media media) {
    return media.codecs().isEmpty()
        ? "none"
        : media.codecs().stream().map(Codec::toString).collect(Collectors.joining(", "));
  }

  private static String suites(Media media) {
    return media.cryptos().isEmpty()
        ? "none"
        : media.cryptos().stream().map(Crypto::suite).collect(Collectors.joining(", "));
  }
}
