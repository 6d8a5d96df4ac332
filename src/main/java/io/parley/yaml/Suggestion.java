package io.parley.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What a misspelt word probably meant. */
public final class Suggestion {
  private static final int MOST = 4;

  private Suggestion() {}

  /**
   * The known word nearest to the one written, if it is near enough: one edit in three letters,
   * four at most, case not counted; else the first of which it is the beginning, up to a hyphen.
   */
  public static Optional<String> nearest(String written, Collection<String> known) {
    String lower = written.toLowerCase(Locale.ROOT);
    int limit = Math.min(MOST, Math.max(1, lower.length() / 3));
    String best = null;
    int bestDistance = limit + 1;
    for (String word : known) {
      int distance = distance(lower, word.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = word;
      }
    }
    return Optional.ofNullable(best).or(() -> beginning(lower, known));
  }

  /** {@code zoom} is short for the first word that begins {@code zoom-}. */
  private static Optional<String> beginning(String lower, Collection<String> known) {
    return known.stream()
        .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(lower + "-"))
        .findFirst();
  }

  /** {@code Did you mean 'x'?} followed by the list of what is known, as a hint. */
  public static Optional<String> hint(String written, String plural, Collection<String> known) {
    String list = known.isEmpty() ? "" : plural + ": " + String.join(", ", known);
    Optional<String> meant = nearest(written, known).map(w -> "Did you mean '" + w + "'?");
    return meant
        .map(m -> list.isEmpty() ? m : m + " " + list)
        .or(() -> Optional.of(list).filter(l -> !l.isEmpty()));
  }

  /** Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
