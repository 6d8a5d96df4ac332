package io.parley.report;

import java.nio.charset.StandardCharsets;

/**
 * One piece of evidence of a case.
 *
 * @param file its file name in the evidence folder, for example {@code trace.txt}
 * @param title what a report calls it
 * @param mediaType MIME type
 * @param bytes the content; not to be changed
 */
public record Artifact(String file, String title, String mediaType, byte[] bytes) {

  /** A text in UTF-8. */
  static Artifact text(String file, String title, String text) {
    return new Artifact(file, title, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The file name's suffix with its dot. */
  public String suffix() {
    return file.substring(file.lastIndexOf('.'));
  }
}
