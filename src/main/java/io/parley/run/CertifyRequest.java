package io.parley.run;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user asked to certify.
 *
 * @param phone name of a phone, or its file
 * @param target what is under test, as {@link RunRequest#target}
 * @param farEnd the profile of the far end; empty = the target's usual one
 * @param firmware the phone's firmware, as the user gave it
 * @param sbc what the user calls the SBC; empty = the name of the target
 * @param workers cases played at once; empty = what the target bears
 * @param check ask a target that we did not start whether it is there
 * @param strict reservations are as bad as no certificate
 * @param output where results go and what they show
 */
public record CertifyRequest(
    String phone,
    String target,
    Optional<String> farEnd,
    Optional<String> firmware,
    Optional<String> sbc,
    OptionalInt workers,
    boolean check,
    boolean strict,
    RunRequest.Output output) {}
