package io.parley.model;

/**
 * One of several equal parts of the cases. Which part a case is in follows from its identity alone:
 * not from its file, its place in the order, the target or the other cases; so every case is in
 * exactly one part, wherever and whenever each is played.
 *
 * @param index which part, from 1
 * @param total how many parts there are
 */
public record Shard(int index, int total) {
  private static final int HEX = 16;

  /** Checks that there is such a part. */
  public Shard {
    if (index < 1 || index > total) {
      throw new IllegalArgumentException("shard " + index + " of " + total);
    }
  }

  /** Whether a case is in this part. */
  public boolean holds(CaseId id) {
    return holds(id.toString());
  }

  /** The same by the text of its identity. */
  public boolean holds(String id) {
    return of(id, total) == index;
  }

  /** The part of a case, from 1: the digest of its identity modulo the number of parts. */
  static int of(String id, int total) {
    long digest = Long.parseUnsignedLong(Digest.of(id), HEX);
    return 1 + (int) Long.remainderUnsigned(digest, total);
  }

  @Override
  public String toString() {
    return index + "/" + total;
  }
}
