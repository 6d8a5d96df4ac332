package io.parley.sdp;

import java.util.List;

/** The grammar of single lines (RFC 8866 §5.1 to §5.13, §9). */
final class LineGrammar {
  private static final String TYPES = "vosiuepcbtrzkam";
  private static final String NUMBER = "\\d{1,20}";

  private LineGrammar() {}

  static List<SdpFault> check(SdpLine line) {
    if (line.type() == 0) {
      return fault(line, "'" + line.text() + "' is not of the form x=value (RFC 8866 §5)");
    }
    if (TYPES.indexOf(line.type()) < 0) {
      return fault(
          line, "unknown type letter '" + line.type() + "' (RFC 8866 §5: reject the whole)");
    }
    if (line.text().indexOf('\r') >= 0 || line.text().indexOf('\0') >= 0) {
      return fault(line, "a bare CR or NUL in the line (RFC 8866 §9)");
    }
    return byType(line);
  }

  private static List<SdpFault> byType(SdpLine line) {
    return switch (line.type()) {
      case 'v' -> version(line);
      case 'o' -> origin(line);
      case 's' -> name(line);
      case 'c' -> connection(line, line.value().strip().split("\\s+"), 0, 3, "c=", "§5.7");
      case 't' -> time(line);
      case 'b' -> bandwidth(line);
      case 'a' -> attribute(line);
      default -> List.of();
    };
  }

  private static List<SdpFault> version(SdpLine line) {
    return line.value().strip().equals("0")
        ? List.of()
        : fault(line, "v= must be 0, found '" + line.value() + "' (RFC 8866 §5.1)");
  }

  private static List<SdpFault> origin(SdpLine line) {
    String[] field = line.value().strip().split("\\s+");
    if (field.length != 6) {
      return fault(line, "o= needs 6 fields, has " + count(line, field) + " (RFC 8866 §5.2)");
    }
    if (!field[1].matches(NUMBER) || !field[2].matches(NUMBER)) {
      return fault(line, "session id and version of o= must be numbers (RFC 8866 §5.2)");
    }
    return connection(line, field, 3, 6, "o=", "§5.2");
  }

  private static List<SdpFault> name(SdpLine line) {
    return line.value().isEmpty()
        ? List.of(new SdpFault(line.number(), "s= is empty, s=- is meant (RFC 8866 §5.3)", true))
        : List.of();
  }

  /** Network type, address type and address, from the given field on. */
  private static List<SdpFault> connection(
      SdpLine line, String[] field, int from, int fields, String what, String section) {
    String rfc = " (RFC 8866 " + section + ")";
    if (field.length != fields) {
      return fault(line, what + " needs " + fields + " fields, has " + count(line, field) + rfc);
    }
    if (!field[from].equals("IN")) {
      return fault(
          line, "network type of " + what + " must be IN, found '" + field[from] + "'" + rfc);
    }
    if (!field[from + 1].matches("IP[46]")) {
      return fault(
          line,
          "address type of " + what + " must be IP4 or IP6, found '" + field[from + 1] + "'" + rfc);
    }
    if (field[from + 1].equals("IP4") && field[from + 2].indexOf(':') >= 0) {
      return fault(line, "address type of " + what + " is IP4, the address is IPv6" + rfc);
    }
    return List.of();
  }

  private static int count(SdpLine line, String[] field) {
    return line.value().isBlank() ? 0 : field.length;
  }

  private static List<SdpFault> time(SdpLine line) {
    String[] field = line.value().strip().split("\\s+");
    return field.length == 2 && field[0].matches(NUMBER) && field[1].matches(NUMBER)
        ? List.of()
        : fault(
            line,
            "t= needs start and stop time as numbers, found '"
                + line.value()
                + "' (RFC 8866 §5.9)");
  }

  private static List<SdpFault> bandwidth(SdpLine line) {
    return line.value().strip().matches("[^:\\s]+:\\d+")
        ? List.of()
        : List.of(
            new SdpFault(
                line.number(),
                "b= must be type:number, found '" + line.value() + "' (RFC 8866 §5.8)",
                true));
  }

  private static List<SdpFault> attribute(SdpLine line) {
    return line.value().isBlank() || line.value().startsWith(":")
        ? fault(line, "a= has no attribute name (RFC 8866 §5.13)")
        : List.of();
  }

  private static List<SdpFault> fault(SdpLine line, String words) {
    return List.of(new SdpFault(line.number(), words, false));
  }
}
