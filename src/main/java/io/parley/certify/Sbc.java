package io.parley.certify;

import java.util.Optional;

/**
 * The SBC that a certificate is about.
 *
 * @param name what the tester calls it, else the name of its target
 * @param server what it says in Server or User-Agent; empty = nothing
 * @param address where it was reached, as text
 */
public record Sbc(String name, Optional<String> server, String address) {}
