/**
 * Runs that each played a part of the cases, put together as if one run had played them all: {@link
 * io.parley.merge.Merge}.
 */
package io.parley.merge;
