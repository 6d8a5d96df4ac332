package io.parley.model;

import java.util.Optional;

/**
 * The DTLS lines of a stream (RFC 8122, RFC 5763 §5).
 *
 * @param hash name of the hash function: {@code sha-256}, {@code sha-1}, or one that nobody knows
 * @param fingerprint the fingerprint as written; empty = a made-up one of the right length
 * @param setup {@code actpass}, {@code active}, {@code passive}, {@code holdconn} or another word;
 *     {@code none} = no such line; empty = {@code actpass} in an offer, {@code active} in an answer
 */
public record DtlsSpec(String hash, Optional<String> fingerprint, Optional<String> setup) {}
