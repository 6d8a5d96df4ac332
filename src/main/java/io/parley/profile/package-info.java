/**
 * What a far end accepts and how it refuses what it does not, as data: {@code judge(request) →
 * Ruling}.
 */
package io.parley.profile;
