package io.parley.draft;

import io.parley.report.Secrets;
import io.parley.sip.HeaderField;
import io.parley.sip.HeaderName;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Headers that steer a call; all others are the call's own, ours to make, or private. */
final class KeptHeaders {
  private static final Set<String> KEPT =
      Set.of(
          "Require",
          "Proxy-Require",
          "Supported",
          "Allow",
          "Session-Expires",
          "Min-SE",
          "Replaces",
          "Privacy",
          "Accept",
          "Content-Encoding",
          "Content-Disposition");

  private KeptHeaders() {}

  /** The lines under {@code headers:}, and that line; none where the INVITE has no such header. */
  static List<String> of(SipMessage invite) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    for (HeaderField h : invite.headers()) {
      KEPT.stream()
          .filter(k -> HeaderName.same(k, h.name()))
          .findFirst()
          .filter(k -> !h.value().isBlank())
          .ifPresent(k -> kept.computeIfAbsent(k, n -> new ArrayList<>()).add(h.value()));
    }
    List<String> out = new ArrayList<>();
    if (!kept.isEmpty()) {
      out.add("headers:");
    }
    kept.forEach((name, values) -> out.add("  " + name + ": " + written(values)));
    return out;
  }

  private static String written(List<String> values) {
    return values.size() == 1
        ? value(values.get(0))
        : values.stream().map(KeptHeaders::value).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String value(String text) {
    return YamlText.quoted(WireText.of(Secrets.MASKED.mask(text)));
  }
}
