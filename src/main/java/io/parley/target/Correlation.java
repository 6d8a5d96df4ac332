package io.parley.target;

import java.util.List;

/**
 * Which header of the outgoing call carries the value leased to the case.
 *
 * @param by {@code called-number}, {@code calling-number} or a header name
 * @param pool values, one per concurrent two-leg case
 * @param matchDigits compare only the last n digits; 0 = all
 * @param callers calling numbers, the n-th goes with the n-th value of the pool, so that a call
 *     that reaches the wrong callee is noticed; empty = the SBC rewrites calling numbers or accepts
 *     only one, no such check
 */
public record Correlation(String by, List<String> pool, int matchDigits, List<String> callers) {}
