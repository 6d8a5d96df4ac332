/** Calls of a capture judged by profiles, compared with one another, and codes looked up. */
package io.parley.explain;
