package io.parley.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An SDP in one line for a diagram: {@code audio RTP/SAVP 192.0.2.1:30000 PCMU PCMA, crypto}. */
public final class SdpSummary {
  /** Static payload types that need no rtpmap (RFC 3551 §6). */
  private static final Map<String, String> STATIC =
      Map.of(
          "0", "PCMU", "3", "GSM", "4", "G723", "8", "PCMA", "9", "G722", "13", "CN", "18", "G729");

  private SdpSummary() {}

  /** The summary; each stream after the other. */
  public static String of(String sdp) {
    List<String> lines = sdp.lines().map(String::strip).toList();
    List<String> media = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("m=")) {
        media.add(media(lines, i));
      }
    }
    return media.isEmpty() ? "SDP without media" : String.join("; ", media);
  }

  private static String media(List<String> lines, int start) {
    List<String> section = section(lines, start);
    String[] part = lines.get(start).substring(2).split("\\s+");
    if (part.length < 4) {
      return lines.get(start);
    }
    String address =
        Stream.concat(section.stream(), lines.stream())
            .filter(l -> l.startsWith("c="))
            .findFirst()
            .map(l -> l.substring(l.lastIndexOf(' ') + 1))
            .orElse("no c=");
    String codecs =
        Stream.of(part).skip(3).map(pt -> codec(section, pt)).collect(Collectors.joining(" "));
    return part[0] + " " + part[2] + " " + address + ":" + part[1] + " " + codecs + extras(section);
  }

  private static List<String> section(List<String> lines, int start) {
    int end = start + 1;
    while (end < lines.size() && !lines.get(end).startsWith("m=")) {
      end++;
    }
    return lines.subList(start, end);
  }

  private static String codec(List<String> section, String payloadType) {
    String prefix = "a=rtpmap:" + payloadType + " ";
    return section.stream()
        .filter(l -> l.startsWith(prefix))
        .findFirst()
        .map(l -> l.substring(prefix.length()).split("/")[0])
        .orElse(STATIC.getOrDefault(payloadType, payloadType));
  }

  /** The names of the codecs of the first audio stream, in order; empty where there is none. */
  public static String codecs(String sdp) {
    List<String> lines = sdp.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("m=audio ")) {
        List<String> section = section(lines, i);
        return Stream.of(lines.get(i).split("\\s+"))
            .skip(3)
            .map(pt -> codec(section, pt))
            .collect(Collectors.joining(" "));
      }
    }
    return "";
  }

  private static String extras(List<String> section) {
    return Stream.of("crypto", "fingerprint", "candidate", "sendonly", "recvonly", "inactive")
        .filter(
            a -> section.stream().anyMatch(l -> l.equals("a=" + a) || l.startsWith("a=" + a + ":")))
        .map(a -> ", " + (a.equals("candidate") ? "ICE" : a))
        .collect(Collectors.joining());
  }
}
