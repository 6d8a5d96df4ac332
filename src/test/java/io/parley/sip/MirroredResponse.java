package io.parley.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether a response is one to that request by RFC 3261 §8.2.6.2, read without a line of the code
 * under test.
 */
public final class MirroredResponse {
  private static final Map<String, String> COMPACT =
      Map.of("v", "via", "f", "from", "t", "to", "i", "call-id", "l", "content-length");
  private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 [1-6]\\d\\d [^\r\n]*");
  private static final Pattern TAG = Pattern.compile("(?i);\\s*tag\\s*=");

  private MirroredResponse() {}

  /** What is wrong with the response; both are whole messages of one char a byte. */
  public static List<String> faults(String request, String response) {
    List<String> out = new ArrayList<>();
    int end = response.indexOf("\r\n\r\n");
    if (end < 0) {
      return List.of("no empty line after the headers");
    }
    String head = response.substring(0, end);
    if (!STATUS.matcher(head.split("\r\n")[0]).matches()) {
      out.add("no status line: " + head.split("\r\n")[0]);
    }
    if (Pattern.compile("(?<!\r)\n|(?<!\\\\)[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]")
        .matcher(head)
        .find()) {
      out.add("a bare line feed or a control character in the headers");
    }
    List<String> length = values(head, "content-length");
    int body = response.length() - end - 4;
    if (!length.equals(List.of(Integer.toString(body)))) {
      out.add("Content-Length is " + length + ", the body has " + body + " bytes");
    }
    same(out, request, head, "call-id");
    same(out, request, head, "cseq");
    same(out, request, head, "from");
    to(out, request, head);
    vias(out, request, head);
    return out;
  }

  private static void same(List<String> out, String request, String response, String name) {
    List<String> asked = values(request, name);
    List<String> found = values(response, name);
    List<String> first = asked.isEmpty() ? List.of() : asked.subList(0, 1);
    if (!found.equals(first)) {
      out.add(name + " is " + found + ", the request has " + asked);
    }
  }

  private static void to(List<String> out, String request, String response) {
    List<String> asked = values(request, "to");
    List<String> found = values(response, "to");
    if (asked.isEmpty() || found.size() != 1) {
      if (found.size() != Math.min(1, asked.size())) {
        out.add("to is " + found + ", the request has " + asked);
      }
      return;
    }
    boolean tagged = TAG.matcher(asked.get(0).replaceAll("<[^>]*>", "")).find();
    boolean met =
        tagged
            ? found.get(0).equals(asked.get(0))
            : found.get(0).startsWith(asked.get(0))
                && found.get(0).substring(asked.get(0).length()).matches(";tag=[^;\\s]+");
    if (!met) {
      out.add("to is " + found + ", the request has " + asked);
    }
  }

  /** All Via values in their order; the top one may have gained received and rport. */
  private static void vias(List<String> out, String request, String response) {
    List<String> asked = elements(values(request, "via"));
    List<String> found = elements(values(response, "via"));
    boolean met = asked.size() == found.size();
    for (int i = 0; met && i < asked.size(); i++) {
      met =
          i == 0
              ? bare(asked.get(0)).equals(bare(found.get(0)))
              : asked.get(i).equals(found.get(i));
    }
    if (!met) {
      out.add("via is " + found + ", the request has " + asked);
    }
  }

  private static String bare(String via) {
    return via.replaceAll("(?i);\\s*(received|rport)\\s*(=[^;]*)?", "").strip();
  }

  private static List<String> elements(List<String> values) {
    return values.stream()
        .flatMap(v -> java.util.Arrays.stream(v.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /** The values of a header, unfolded, in order. */
  private static List<String> values(String message, String name) {
    String head = message.split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]+", " ");
    List<String> out = new ArrayList<>();
    for (String line : head.split("\r\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (COMPACT.getOrDefault(key, key).equals(name)) {
          out.add(line.substring(colon + 1).strip());
        }
      }
    }
    return out;
  }
}
