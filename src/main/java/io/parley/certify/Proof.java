package io.parley.certify;

import java.util.Optional;

/**
 * One call, or some, that show whether a requirement is met.
 *
 * @param name what was played or observed, for example a case's identity
 * @param verdict how it ended, in a word
 * @param finding what was not as it must be, in one line; empty = nothing
 * @param folder where its evidence is, relative to the certificate, with forward slashes; empty =
 *     there is none
 */
public record Proof(
    String name, String verdict, Optional<String> finding, Optional<String> folder) {}
