package io.parley.diagnosis;

import io.parley.model.SourcePosition;
import java.util.List;
import java.util.Optional;

/**
 * Where in the telephone network a call was released (RFC 8606 §4).
 *
 * @param at where it is written
 * @param code as the parameter has it
 * @param words in words
 * @param source the public document
 */
public record ReleaseLocation(SourcePosition at, String code, String words, String source) {
  private static final String TABLE = "diagnosis/release-locations.yaml";

  /** The location of that code. */
  public static Optional<ReleaseLocation> of(String code) {
    return Shipped.TABLE_READ.stream().filter(l -> l.code.equals(code)).findFirst();
  }

  private static final class Shipped {
    static final List<ReleaseLocation> TABLE_READ = ShippedTable.read(TABLE, ReleaseLocation.class);
  }
}
