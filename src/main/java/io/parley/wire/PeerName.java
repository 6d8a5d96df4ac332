package io.parley.wire;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names a certificate stands for, compared as RFC 5922 §7.2 says: SIP URIs and DNS names in
 * subjectAltName, the common name only where it has neither; addresses by their iPAddress entry. A
 * wildcard stands for one label, the first (RFC 2818 §3.1), as trunk providers take it; RFC 5922
 * itself forbids wildcards.
 */
final class PeerName {
  private static final int DNS = 2;
  private static final int URI = 6;
  private static final int IP = 7;
  private static final Pattern COMMON = Pattern.compile("(?i)(?:^|,)CN=((?:\\\\.|[^,])+)");

  private PeerName() {}

  /** Whether the certificate stands for that name or address by the usual rules. */
  static boolean matches(X509Certificate certificate, String wanted) {
    return matches(certificate, wanted, CertificateRules.USUAL);
  }

  /** Whether it does by these rules. */
  static boolean matches(X509Certificate certificate, String wanted, CertificateRules rules) {
    Optional<InetAddress> address = IpLiteral.parse(wanted);
    if (address.isPresent()) {
      return entries(certificate, IP).stream().anyMatch(a -> IpLiteral.parse(a).equals(address));
    }
    return names(certificate, rules).stream().anyMatch(n -> same(n, wanted, rules));
  }

  /** All names, for a report. */
  static List<String> names(X509Certificate certificate) {
    return names(certificate, CertificateRules.USUAL);
  }

  /** The names that count by these rules. */
  static List<String> names(X509Certificate certificate, CertificateRules rules) {
    List<String> out = new ArrayList<>(entries(certificate, DNS));
    entries(certificate, URI).stream()
        .filter(u -> u.toLowerCase(Locale.ROOT).startsWith("sip:"))
        .forEach(u -> out.add(u.substring(4)));
    if (out.isEmpty() || rules == CertificateRules.TEAMS) {
      Matcher m = COMMON.matcher(certificate.getSubjectX500Principal().getName());
      while (m.find()) {
        out.add(m.group(1));
      }
    }
    return out;
  }

  private static boolean same(String pattern, String wanted, CertificateRules rules) {
    if (!pattern.startsWith("*.") || rules == CertificateRules.RFC5922) {
      return pattern.equalsIgnoreCase(wanted);
    }
    int dot = wanted.indexOf('.');
    return dot > 0 && wanted.substring(dot).equalsIgnoreCase(pattern.substring(1));
  }

  private static List<String> entries(X509Certificate certificate, int type) {
    List<String> out = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      for (List<?> entry : all == null ? List.<List<?>>of() : all) {
        if (entry.get(0).equals(type)) {
          out.add(String.valueOf(entry.get(1)));
        }
      }
    } catch (CertificateParsingException e) {
      return List.of(); // what cannot be read stands for nobody
    }
    return out;
  }
}
