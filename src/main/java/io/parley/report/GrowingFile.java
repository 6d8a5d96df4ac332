package io.parley.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A document that grows by parts and is whole after each of them: head, parts, tail. A run that is
 * interrupted leaves a valid file. Safe for several threads.
 */
final class GrowingFile implements AutoCloseable {
  private static final int ROOM = 48;

  private final Path path;
  private final FileChannel channel;
  private final int headRoom;
  private String head;
  private long end;

  /**
   * Begins the file, over what may have been there.
   *
   * @param path where
   * @param head how it begins; may be replaced later by a text up to {@value #ROOM} bytes longer
   * @param tail how it ends for now
   * @throws UncheckedIOException when it cannot be written
   */
  GrowingFile(Path path, String head, String tail) {
    this.path = path;
    this.head = head;
    this.headRoom = bytes(head).length + ROOM;
    this.end = headRoom;
    try {
      channel =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
      put(padded(head) + tail, 0);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Adds a part and ends the file anew, in one write.
   *
   * @param newHead the head from now on, padded here with spaces to its room
   */
  synchronized void add(String newHead, String part, String tail) {
    try {
      int length = put(part + tail, end);
      end += bytes(part).length;
      channel.truncate(end - bytes(part).length + length);
      if (!newHead.equals(head)) {
        put(padded(newHead), 0);
        head = newHead;
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private String padded(String head) {
    return head + " ".repeat(Math.max(0, headRoom - bytes(head).length));
  }

  private int put(String text, long at) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes(text));
    long position = at;
    while (buffer.hasRemaining()) {
      position += channel.write(buffer, position);
    }
    return buffer.capacity();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException(
        path + ": cannot be written (" + e.getMessage() + "). Name another folder with --out", e);
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
