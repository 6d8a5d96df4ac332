/**
 * Bytes to a located tree to records, with every problem at its place. The home of Jackson.
 *
 * <p>{@link io.parley.yaml.Yaml} reads a file into a tree of {@link io.parley.yaml.Node}s; {@link
 * io.parley.yaml.Binder} turns a node into a record, and says of each thing that is not as expected
 * where it is, what was expected and what was probably meant. Nothing is thrown: problems are
 * collected in {@link io.parley.yaml.Problems}, all of all files.
 */
package io.parley.yaml;
