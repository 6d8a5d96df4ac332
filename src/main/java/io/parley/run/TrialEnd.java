package io.parley.run;

import io.parley.certify.Certificate;
import io.parley.certify.CertificateFiles;
import io.parley.certify.Conclusion;
import io.parley.certify.EvidenceSeal;
import io.parley.certify.Sbc;
import io.parley.certify.Subject;
import io.parley.phone.Phone;
import io.parley.profile.Profile;
import io.parley.trial.TrialResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The certificate of a trial that is over.
 *
 * @param request what the user asked for
 * @param profile the far end that was played
 * @param phone whose data sheet the phone was held against
 */
record TrialEnd(TrialRequest request, Profile profile, Phone phone, String version) {

  /**
   * Writes it beside its evidence.
   *
   * @param places where the far end listened
   */
  TrialOutcome write(TrialResult result, List<String> places, Instant started) {
    Path folder = request.serve().output().folder();
    Sbc sbc =
        new Sbc(
            "Parley, as " + profile.title(),
            Optional.of(profile.server()),
            String.join(", ", places));
    Subject subject =
        new Subject(
            phone,
            request.firmware().or(result::userAgent),
            Subject.Played.REAL_PHONE,
            sbc,
            Optional.of(profile.id()),
            started,
            version);
    Certificate certificate = new Certificate(subject, result.results(), result.remarks());
    EvidenceSeal seal = new CertificateFiles(folder).write(certificate);
    return new TrialOutcome(
        code(certificate.conclusion()),
        certificate,
        folder.resolve(CertificateFiles.PAGE),
        seal,
        request.serve().output().written());
  }

  private static ExitCode code(Conclusion conclusion) {
    return switch (conclusion) {
      case CERTIFIED, WITH_RESERVATIONS -> ExitCode.PASSED;
      case NOT_CERTIFIED -> ExitCode.FAILED;
      case NOT_TESTED -> ExitCode.BROKEN;
    };
  }
}
