package io.parley.model;

import java.util.List;

/** What a header that arrives must be. */
public sealed interface HeaderMatch {

  /** Equal after trimming. */
  record Equal(String text) implements HeaderMatch {}

  /** The regular expression is found in a value ({@link java.util.regex.Pattern}). */
  record Search(String regex) implements HeaderMatch {}

  /** No such header. */
  record Absent() implements HeaderMatch {}

  /** A comma-separated value has that token. */
  record Contains(String token) implements HeaderMatch {}

  /** All of these. */
  record AllOf(List<HeaderMatch> matches) implements HeaderMatch {}
}
