package io.parley.play.dialog;

import io.parley.sip.Dialog;
import io.parley.sip.Ids;
import io.parley.sip.SipMessage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The dialogs of one call: each To tag in a response to its INVITE makes one (RFC 3261 §12.1.2).
 * The first that is confirmed is the call's own; until then it is the one heard of last.
 */
public final class Forks {
  private final Map<String, Fork> byTag = new LinkedHashMap<>();
  private final Map<String, Media> prepared = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Media base;
  private Fork current;

  /**
   * No dialog yet.
   *
   * @param base the offers and answers before there is one
   */
  Forks(Media base) {
    this.base = base;
  }

  /** The dialog of that To tag, made by the response if there is none yet. */
  Fork made(String tag, Supplier<Dialog> dialog) {
    Fork fork =
        byTag.computeIfAbsent(
            tag,
            t ->
                new Fork(
                    t,
                    dialog.get(),
                    Optional.ofNullable(prepared.remove(t)).orElseGet(base::fork)));
    if (current == null || !current.isConfirmed() || !current.isUsable()) {
      current = fork;
    }
    return fork;
  }

  /** A new INVITE begins a call of its own. */
  void begin() {
    byTag.values().removeIf(f -> !f.isConfirmed());
    prepared.clear();
    names.clear();
    current = null;
  }

  /** The INVITE was refused. */
  void refused() {
    byTag.values().forEach(Fork::refused);
  }

  /** The call's own dialog, if there is one in which requests may be sent. */
  public Optional<Fork> current() {
    return Optional.ofNullable(current).filter(Fork::isUsable);
  }

  /** The call's own dialog if it was answered. */
  Optional<Fork> confirmed() {
    return byTag.values().stream().filter(Fork::isConfirmed).findFirst();
  }

  // ---- what the script calls them ----

  /** The To tag that our responses have in the dialog of that name: one of its own. */
  public String tagOf(String name) {
    return names.computeIfAbsent(name, n -> Ids.tag());
  }

  /** The dialog of that name. */
  public Optional<Fork> named(String name) {
    return Optional.ofNullable(names.get(name)).map(byTag::get);
  }

  /** Whether a message is of the dialog of that name, or of one that has no name yet. */
  public boolean mayBe(String name, SipMessage message) {
    Optional<Fork> fork = from(message);
    String tag = names.get(name);
    return fork.isPresent()
        && (tag == null ? !names.containsValue(fork.get().tag()) : tag.equals(fork.get().tag()));
  }

  /** The same where it may have no name: then any message is. */
  public boolean mayBe(Optional<String> name, SipMessage message) {
    return name.map(n -> mayBe(n, message)).orElse(true);
  }

  /** From now on the dialog of that message has that name. */
  public void name(String name, SipMessage message) {
    from(message).ifPresent(f -> names.put(name, f.tag()));
  }

  /** The RSeq of our next reliable response with that To tag. */
  public long nextRseq(String tag) {
    return tagged(tag).map(f -> f.provisionals().next()).orElseGet(() -> new Provisionals().next());
  }

  // ---- which they are ----

  /** All of them, in the order in which they came to be. */
  public Collection<Fork> all() {
    return List.copyOf(byTag.values());
  }

  /** The offers and answers of the call's own dialog, or before there is one. */
  Media media() {
    return current == null ? base : current.media();
  }

  /** Those of the dialog that a response of ours with that To tag has made, or is about to make. */
  public Media media(String tag) {
    Fork fork = byTag.get(tag);
    return fork != null ? fork.media() : prepared.computeIfAbsent(tag, t -> base.fork());
  }

  /** Those that a message from the other side is about. */
  public Media mediaOf(SipMessage message) {
    return from(message).map(Fork::media).orElseGet(() -> inDialog(message) ? media() : base);
  }

  private static boolean inDialog(SipMessage message) {
    return message.isRequest() && message.toTag().isPresent();
  }

  /** The dialog of that To tag. */
  Optional<Fork> tagged(String tag) {
    return Optional.ofNullable(byTag.get(tag));
  }

  /** The dialog of a message that arrived. A response on the raw lane may mirror any From tag. */
  public Optional<Fork> from(SipMessage message) {
    Optional<Fork> whole = all().stream().filter(f -> f.dialog().owns(message)).findFirst();
    String to = message.toTag().orElse("");
    Stream<Fork> like =
        all().stream()
            .filter(
                f ->
                    (message.isRequest() ? f.dialog().localTag() : f.dialog().remoteTag())
                        .equals(to));
    return whole.or(() -> like.findFirst());
  }

  /** The dialog of a request of ours. */
  public Optional<Fork> of(SipMessage request) {
    String from = request.fromTag().orElse("");
    String to = request.toTag().orElse("");
    return all().stream()
        .filter(f -> f.dialog().localTag().equals(from) && f.dialog().remoteTag().equals(to))
        .findFirst();
  }
}
