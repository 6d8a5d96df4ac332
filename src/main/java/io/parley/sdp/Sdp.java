package io.parley.sdp;

import io.parley.model.Direction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session description (RFC 8866) as ordered lines that keep every byte, with typed views. Reading
 * never fails: what cannot be read is absent from the views and listed by {@link #faults()}.
 */
public final class Sdp {
  private final List<SdpLine> lines;
  private final List<SdpLine> session;
  private final List<Media> media;

  /** Found when first asked for; profiles ask in turn. A race finds the same twice. */
  private List<SdpFault> faults;

  private Sdp(List<SdpLine> lines) {
    this.lines = List.copyOf(lines);
    int first = 0;
    while (first < lines.size() && lines.get(first).type() != 'm') {
      first++;
    }
    this.session = this.lines.subList(0, first);
    this.media = sections(this.lines.subList(first, lines.size()), session);
  }

  /** Views a body. */
  public static Sdp of(byte[] body) {
    return of(new String(body, StandardCharsets.ISO_8859_1));
  }

  /** Views a text of one char a byte (ISO 8859-1); line ends are taken as they are. */
  public static Sdp of(String text) {
    List<SdpLine> out = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int feed = text.indexOf('\n', at);
      int next = feed < 0 ? text.length() : feed + 1;
      int end = feed < 0 ? next : (feed > at && text.charAt(feed - 1) == '\r' ? feed - 1 : feed);
      out.add(new SdpLine(out.size() + 1, text.substring(at, end), text.substring(end, next)));
      at = next;
    }
    return new Sdp(out);
  }

  /** An SDP of these lines, numbered anew. */
  static Sdp ofLines(List<SdpLine> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(l -> text.append(l.text()).append(l.end()));
    return of(text.toString());
  }

  private static List<Media> sections(List<SdpLine> lines, List<SdpLine> session) {
    List<Media> out = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).type() == 'm') {
        out.add(new Media(lines.subList(start, i), session));
        start = i;
      }
    }
    return List.copyOf(out);
  }

  /** The body, byte for byte as it was read. */
  public byte[] bytes() {
    return text().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The body as text, one char a byte. */
  public String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(l -> text.append(l.text()).append(l.end()));
    return text.toString();
  }

  /** All lines in order. */
  public List<SdpLine> lines() {
    return lines;
  }

  /** The lines before the first m= line. */
  public List<SdpLine> sessionLines() {
    return session;
  }

  /** The media sections in order (RFC 8866 §5.14). */
  public List<Media> media() {
    return media;
  }

  /**
   * The audio stream that counts: the first with a port other than 0, else the first; empty where
   * there is none.
   */
  public Optional<Media> audio() {
    List<Media> audio = media.stream().filter(m -> m.kind().equals("audio")).toList();
    return audio.stream().filter(m -> !m.isRejected()).findFirst().or(() -> first(audio));
  }

  private static Optional<Media> first(List<Media> list) {
    return list.stream().findFirst();
  }

  /** The connection address at session level (RFC 8866 §5.7). */
  public Optional<String> connectionAddress() {
    return Media.connectionAddress(session);
  }

  /** The direction at session level; absent = sendrecv (RFC 8866 §6.7). */
  public Direction direction() {
    return Media.writtenDirection(session).orElse(Direction.SENDRECV);
  }

  /** Whether {@code a=ice-lite} is there (RFC 8839 §5.3). */
  public boolean isIceLite() {
    return lines.stream().anyMatch(l -> l.attribute("ice-lite").isPresent());
  }

  /** Session id and version of {@code o=} where they can be read (RFC 8866 §5.2). */
  public Optional<SdpSession> origin() {
    return session.stream().filter(l -> l.type() == 'o').findFirst().flatMap(SdpSession::read);
  }

  /** Where the body breaks the grammar of RFC 8866, in line order. */
  public List<SdpFault> faults() {
    List<SdpFault> found = faults;
    if (found == null) {
      found = List.copyOf(SdpGrammar.check(this));
      faults = found;
    }
    return found;
  }

  /** Whether it has a fault that a receiver need not put up with. */
  public boolean isMalformed() {
    return faults().stream().anyMatch(f -> !f.tolerable());
  }

  /**
   * The text with remarks beside their lines, for reports.
   *
   * @param remarks by 1-based line number; those of line 0 stand at the end
   * @return one line of text each, ended by {@code "\n"}
   */
  public String marked(Map<Integer, String> remarks) {
    StringBuilder out = new StringBuilder();
    for (SdpLine line : lines) {
      String remark = remarks.get(line.number());
      out.append(line.text()).append(remark == null ? "" : "   <<<<< " + remark).append('\n');
    }
    Optional.ofNullable(remarks.get(0)).ifPresent(r -> out.append("<<<<< ").append(r).append('\n'));
    return out.toString();
  }

  /** The text. */
  @Override
  public String toString() {
    return text();
  }
}
