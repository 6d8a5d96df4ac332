package io.parley.target;

import io.parley.model.Link;
import io.parley.wire.CertificateWish;
import io.parley.wire.LabAuthority;
import io.parley.wire.TlsIdentity;
import io.parley.wire.TlsSettings;
import java.util.List;
import java.util.Optional;

/** The certificates of a lab on this machine: one authority, an SBC and a trunk that trust it. */
final class LabCertificates {
  private static final String SBC = "sbc.example.com";
  private static final String TRUNK = "trunk.lab.example.com";

  private final LabAuthority authority = new LabAuthority("Parley lab authority");
  private final TlsSettings sbc = side(SBC, TRUNK);
  private final TlsSettings trunk = side(TRUNK, SBC);

  private TlsSettings side(String own, String other) {
    return TlsSettings.DEFAULT
        .trusting(List.of(authority.certificate()))
        .as(authority.issue(CertificateWish.good(own)))
        .expecting(other)
        .demandingCertificate();
  }

  /** How the SBC speaks TLS: it demands the trunk's certificate, and shows its own to everybody. */
  TlsSettings sbc() {
    return sbc;
  }

  /** How we do. */
  TlsSettings trunk() {
    return trunk;
  }

  /** A certificate of the trunk with a fault. */
  Optional<TlsIdentity> faulty(Link.Certificate kind) {
    CertificateWish good = CertificateWish.good(TRUNK);
    return switch (kind) {
      case EXPIRED -> Optional.of(authority.issue(good.expired()));
      case WRONG_NAME -> Optional.of(authority.issue(CertificateWish.good("other.example.net")));
      case WIDE_WILDCARD -> Optional.of(authority.issue(CertificateWish.good("*.example.com")));
      case CLIENT_ONLY -> Optional.of(authority.issue(good.clientOnly()));
      case INCOMPLETE_CHAIN -> Optional.of(authority.subordinate("Parley issuing").issue(good));
      default -> foreign(kind);
    };
  }

  /** Those that can be made without the authority that a target trusts. */
  static Optional<TlsIdentity> foreign(Link.Certificate kind) {
    CertificateWish good = CertificateWish.good(TRUNK);
    return switch (kind) {
      case SELF_SIGNED -> Optional.of(LabAuthority.selfSigned(good));
      case UNKNOWN_AUTHORITY -> Optional.of(new LabAuthority("Nobody's authority").issue(good));
      default -> Optional.empty();
    };
  }
}
