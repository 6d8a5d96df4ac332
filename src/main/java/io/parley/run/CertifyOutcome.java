package io.parley.run;

import io.parley.certify.Certificate;
import io.parley.certify.EvidenceSeal;
import java.nio.file.Path;

/**
 * A certification that came to its end.
 *
 * @param code what the process tells its caller
 * @param certificate what was shown
 * @param seal the sums of its evidence
 * @param run the run that showed it
 * @param page the certificate for people
 */
public record CertifyOutcome(
    ExitCode code, Certificate certificate, EvidenceSeal seal, RunOutcome run, Path page) {}
