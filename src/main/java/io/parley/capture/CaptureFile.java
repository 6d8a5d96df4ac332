package io.parley.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a capture or a trace: pcap, pcapng, text, each also packed by gzip. What it is, its first
 * bytes tell, not its name. The file is read once, front to back; only messages about calls are
 * kept.
 */
public final class CaptureFile {
  private static final int MAGIC = 4;

  private CaptureFile() {}

  /**
   * Reads a file.
   *
   * @throws CaptureException when it cannot be read at all
   */
  public static Capture read(Path file) {
    if (Files.isDirectory(file)) {
      throw new CaptureException(
          file + ": expected a capture or a trace, found a folder. Name a file in it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (NoSuchFileException e) {
      throw new CaptureException(file + ": no such file");
    } catch (AccessDeniedException e) {
      throw new CaptureException(file + ": may not be read. Check its permissions");
    } catch (IOException e) {
      throw new CaptureException(file + ": cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads a stream to its end; it is not closed.
   *
   * @param name what to call it in messages
   * @throws CaptureException when it is empty
   * @throws IOException when it cannot be read
   */
  public static Capture read(String name, InputStream in) throws IOException {
    PushbackInputStream peeked =
        new PushbackInputStream(new BufferedInputStream(in, 1 << 16), MAGIC);
    byte[] magic = peeked.readNBytes(MAGIC);
    if (magic.length == 0) {
      throw new CaptureException(
          name
              + ": the file is empty. Was the capture ended before the call, or written elsewhere?");
    }
    peeked.unread(magic);
    boolean packed = magic.length > 1 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    return packed ? unpacked(name, peeked) : plain(name, peeked, magic);
  }

  private static Capture unpacked(String name, InputStream in) throws IOException {
    try {
      PushbackInputStream peeked =
          new PushbackInputStream(
              new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16), MAGIC);
      byte[] magic = peeked.readNBytes(MAGIC);
      peeked.unread(magic);
      return plain(name, peeked, magic);
    } catch (ZipException | java.io.EOFException e) {
      throw new CaptureException(
          name + ": is packed by gzip and damaged: " + e.getMessage() + ". Copy it again");
    }
  }

  private static Capture plain(String name, InputStream in, byte[] magic) throws IOException {
    boolean enough = magic.length == MAGIC;
    if (enough && PcapngFile.begins(magic)) {
      return packets(name, Capture.Kind.PCAPNG, skipped(in), magic);
    }
    if (enough && PcapFile.begins(magic)) {
      return packets(name, Capture.Kind.PCAP, skipped(in), magic);
    }
    return text(name, in, magic);
  }

  private static ByteInput skipped(InputStream in) throws IOException {
    ByteInput out = new ByteInput(in);
    out.upTo(MAGIC);
    return out;
  }

  private static Capture packets(String name, Capture.Kind kind, ByteInput in, byte[] magic)
      throws IOException {
    Inbox inbox = new Inbox();
    PacketFile file;
    try {
      file = kind == Capture.Kind.PCAP ? PcapFile.open(magic, in) : new PcapngFile(in);
    } catch (PacketFile.Damaged e) {
      return new Capture(
          name, kind, java.util.List.of(), inbox.tally(in.read(), 0), Optional.of(e.getMessage()));
    }
    Optional<String> damage = new PacketReader(inbox).read(file);
    return new Capture(name, kind, inbox.messages(), inbox.tally(in.read(), file.count()), damage);
  }

  private static Capture text(String name, InputStream in, byte[] magic) throws IOException {
    Inbox inbox = new Inbox();
    TextReader reader = new TextReader(inbox);
    reader.read(new InputStreamReader(in, charset(magic)));
    return new Capture(
        name,
        Capture.Kind.TEXT,
        inbox.messages(),
        inbox.tally(reader.read(), reader.lines()),
        Optional.empty());
  }

  /** One char a byte, so that any byte survives, except where the text is UTF-16. */
  private static Charset charset(byte[] magic) {
    int mark = magic.length < 2 ? 0 : (magic[0] & 0xff) << 8 | magic[1] & 0xff;
    if (mark == 0xfffe || mark == 0xfeff) {
      return StandardCharsets.UTF_16;
    }
    // Without a byte order mark every other byte of Latin text is 0.
    boolean little = magic.length == MAGIC && magic[1] == 0 && magic[3] == 0 && magic[0] != 0;
    boolean big = magic.length == MAGIC && magic[0] == 0 && magic[2] == 0 && magic[1] != 0;
    return little
        ? StandardCharsets.UTF_16LE
        : big ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
  }
}
