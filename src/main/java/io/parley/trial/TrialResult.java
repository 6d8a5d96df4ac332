package io.parley.trial;

import io.parley.certify.RequirementResult;
import java.util.List;
import java.util.Optional;

/**
 * What a trial has shown.
 *
 * @param results every requirement, in order
 * @param remarks what else is to be known, one line each
 * @param userAgent what the phone says it is; empty = nothing, or it never came
 */
public record TrialResult(
    List<RequirementResult> results, List<String> remarks, Optional<String> userAgent) {}
