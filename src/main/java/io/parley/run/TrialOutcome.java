package io.parley.run;

import io.parley.certify.Certificate;
import io.parley.certify.EvidenceSeal;
import java.nio.file.Path;
import java.util.Map;

/**
 * How a trial went.
 *
 * @param code how the process ends
 * @param certificate what was shown
 * @param page the certificate for people
 * @param seal of its evidence
 * @param reports what was written, by what it is
 */
public record TrialOutcome(
    ExitCode code,
    Certificate certificate,
    Path page,
    EvidenceSeal seal,
    Map<String, Path> reports) {}
