/**
 * A file as a tree before it is bound: includes put in, rows and matrix spread out, variables
 * filled in.
 */
package io.parley.scenario.expand;
