package io.parley.capture;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that stand before a message field by field, as Kamailio's sipdump module has them. */
final class DumpFields {
  private static final Pattern FIELD =
      Pattern.compile("(?i)(srcip|srcport|dstip|dstport|proto): *(\\S+).*");

  private DumpFields() {}

  /** Between whom; empty where these lines have no such fields. */
  static Optional<CapturedMessage.Path> path(List<String> lines) {
    Map<String, String> fields = new HashMap<>();
    for (String line : lines) {
      Matcher m = FIELD.matcher(line);
      if (m.matches()) {
        fields.put(m.group(1).toLowerCase(Locale.ROOT), m.group(2));
      }
    }
    return fields.keySet().containsAll(List.of("srcip", "dstip"))
        ? Optional.of(
            new CapturedMessage.Path(
                fields.getOrDefault("proto", ""), place(fields, "src"), place(fields, "dst")))
        : Optional.empty();
  }

  private static String place(Map<String, String> fields, String side) {
    String ip = fields.get(side + "ip");
    String host = ip.contains(":") ? "[" + ip + "]" : ip;
    String port = fields.get(side + "port");
    return port == null ? host : host + ":" + port;
  }
}
