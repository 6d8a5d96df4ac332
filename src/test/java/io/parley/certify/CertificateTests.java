package io.parley.certify;

import static io.parley.certify.Certificates.met;
import static io.parley.certify.Certificates.of;
import static io.parley.certify.Certificates.subject;
import static io.parley.certify.Weight.MANDATORY;
import static io.parley.certify.Weight.RECOMMENDED;
import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.Test;

/** What a certificate says follows from what became of its requirements, and from the facts. */
public class CertificateTests {
  private static final String SOURCED = "baresip";

  @Test
  public void whatWasAllShownIsCertified() {
    Certificate c = of(subject(SOURCED), met("call", MANDATORY, "codecs", "srtp"));
    assertThat(c.conclusion()).isEqualTo(Conclusion.CERTIFIED);
    assertThat(c.reservations()).isEmpty();
  }

  @Test
  public void aMandatoryRequirementThatIsNotMetDecides() {
    Certificate c =
        of(
            subject(SOURCED),
            met("call", MANDATORY),
            of("hold", MANDATORY, State.NOT_MET, "answered 488"),
            of("busy", MANDATORY, State.NOT_TESTED, "no answer"));
    assertThat(c.conclusion()).isEqualTo(Conclusion.NOT_CERTIFIED);
    assertThat(c.obstacles()).containsExactly("hold: not met", "busy: not tested");
  }

  @Test
  public void whatCouldNotBeTestedIsNoCertificate() {
    Certificate c =
        of(
            subject(SOURCED),
            met("call", MANDATORY),
            of("busy", MANDATORY, State.NOT_TESTED, "no answer"));
    assertThat(c.conclusion()).isEqualTo(Conclusion.NOT_TESTED);
    assertThat(of(subject(SOURCED)).conclusion()).isEqualTo(Conclusion.NOT_TESTED);
  }

  @Test
  public void aRecommendedRequirementThatIsNotMetIsAReservation() {
    Certificate c =
        of(
            subject(SOURCED),
            met("call", MANDATORY),
            of("timer", RECOMMENDED, State.NOT_MET, "answered 500"));
    assertThat(c.conclusion()).isEqualTo(Conclusion.WITH_RESERVATIONS);
    assertThat(c.reservations()).containsExactly("timer: not met");
  }

  @Test
  public void aMandatoryOneThatTheSbcDoesNotHaveIsAReservationAndOneThatThePhoneLacksIsNone() {
    Certificate lacking =
        of(
            subject(SOURCED),
            met("call", MANDATORY),
            of("register", MANDATORY, State.NOT_SHOWN, "needs registration"));
    Certificate without =
        of(
            subject(SOURCED),
            met("call", MANDATORY),
            of("tls", MANDATORY, State.NOT_APPLICABLE, "the phone has no TLS"));
    assertThat(lacking.conclusion()).isEqualTo(Conclusion.WITH_RESERVATIONS);
    assertThat(without.conclusion()).isEqualTo(Conclusion.CERTIFIED);
  }

  @Test
  public void aFactWithoutASourceIsAReservationWhereARequirementRestsOnIt() {
    Certificate rests = of(subject("yealink-t4x"), met("call", MANDATORY, "codecs", "srtp"));
    Certificate other = of(subject("yealink-t4x"), met("call", MANDATORY, "codecs"));
    assertThat(other.conclusion()).isEqualTo(Conclusion.CERTIFIED);
    assertThat(rests.conclusion()).isEqualTo(Conclusion.WITH_RESERVATIONS);
    assertThat(rests.reservations())
        .anySatisfy(r -> assertThat(r).startsWith("fact srtp.default of the phone is unverified"))
        .anySatisfy(
            r -> assertThat(r).startsWith("fact srtp.optional-offer of the phone is not known"));
  }

  @Test
  public void aPhoneOfWhichNothingIsKnownIsNeverCertifiedPlainly() {
    Certificate c = of(subject("audiocodes-4xxhd"), met("call", MANDATORY, "codecs"));
    assertThat(c.conclusion()).isEqualTo(Conclusion.WITH_RESERVATIONS);
  }
}
