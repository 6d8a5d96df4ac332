package io.parley.target.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of {@code docker/kamailio}, as they are packed in the jar. */
final class KamailioFiles {
  private static final String FOLDER = "docker/kamailio/";
  private static final List<String> BUILD_CONTEXT =
      List.of(
          "Dockerfile",
          "kamailio.cfg",
          "judge.cfg",
          "refuse.cfg",
          "media.cfg",
          "rtpengine.conf",
          "entrypoint.sh");

  private KamailioFiles() {}

  /** What the image is built from: name to text. */
  static Map<String, String> buildContext() {
    Map<String, String> out = new LinkedHashMap<>();
    BUILD_CONTEXT.forEach(name -> out.put(name, text(name)));
    return out;
  }

  /** Names the image by what it is made from, so that an unchanged one is never built again. */
  static String imageName() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      buildContext().values().forEach(t -> digest.update(t.getBytes(StandardCharsets.UTF_8)));
      return "parley/kamailio:" + HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Capabilities capabilities() {
    return Capabilities.read(FOLDER + "capabilities.yaml", text("capabilities.yaml"));
  }

  private static String text(String name) {
    try (InputStream in = KamailioFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(FOLDER + name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
