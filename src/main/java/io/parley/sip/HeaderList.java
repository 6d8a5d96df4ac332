package io.parley.sip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The header fields of a message under construction, in order, names as written. */
final class HeaderList {
  private final List<HeaderField> fields = new ArrayList<>();

  void add(String name, String value) {
    fields.add(new HeaderField(name, value));
  }

  /** Puts the values where the first field of that name stood, or at the end; drops the others. */
  void set(String name, List<String> values) {
    int at = indexOf(name);
    remove(name);
    int to = at < 0 ? fields.size() : at;
    for (String value : values) {
      fields.add(to++, new HeaderField(name, value));
    }
  }

  void addFirst(String name, String value) {
    fields.add(0, new HeaderField(name, value));
  }

  void remove(String name) {
    fields.removeIf(f -> HeaderName.same(f.name(), name));
  }

  /** Replaces the tag of a From or To, or adds it. */
  void retag(String name, String tag) {
    int at = indexOf(name);
    if (at >= 0) {
      String value = fields.get(at).value();
      int end = value.lastIndexOf('>') + 1;
      String parameters = value.substring(end).replaceAll("(?i);\\s*tag\\s*=[^;]*", "");
      fields.set(
          at,
          new HeaderField(
              fields.get(at).name(), value.substring(0, end) + parameters + ";tag=" + tag));
    }
  }

  boolean has(String name) {
    return indexOf(name) >= 0;
  }

  private int indexOf(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (HeaderName.same(fields.get(i).name(), name)) {
        return i;
      }
    }
    return -1;
  }

  /** Encodes: start line, fields, Content-Length unless a field sets it, blank line, body. */
  SipMessage encode(String startLine, byte[] body) {
    StringBuilder head = new StringBuilder(512).append(startLine).append("\r\n");
    for (HeaderField f : fields) {
      head.append(f.name()).append(": ").append(f.value()).append("\r\n");
    }
    if (!has("Content-Length")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] text = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + body.length);
    out.writeBytes(text);
    out.writeBytes(body);
    return SipMessage.of(out.toByteArray());
  }
}
