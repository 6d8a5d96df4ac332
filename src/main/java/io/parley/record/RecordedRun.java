package io.parley.record;

import io.parley.yaml.JsonFault;
import io.parley.yaml.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as its {@code run.json} has it.
 *
 * @param path the file
 * @param format its version, see {@link #FORMAT}
 * @param run what the run was about: target, address, software, version, started, labels, planned
 * @param cases in the order in which they ended
 * @param end running, finished, interrupted; empty where the file ends before
 * @param damage where and why reading ended before the end of the file
 */
public record RecordedRun(
    Path path,
    int format,
    Map<String, Object> run,
    List<RecordedCase> cases,
    String end,
    Optional<String> damage) {

  /** The version of the format that is written and read. */
  public static final int FORMAT = 2;

  /** What is read of the version before: it has no traits. */
  private static final int OLDEST = 1;

  private static final String FILE = "run.json";

  /**
   * Reads a run.
   *
   * @param place the folder that a run wrote, or the file itself
   * @throws UnreadableRunException when there is no run, none of this format, or nothing in it can
   *     be read; the message says what to do
   */
  public static RecordedRun read(Path place) {
    Path file = Files.isDirectory(place) ? place.resolve(FILE) : place;
    Loading loading = new Loading();
    Optional<String> damage = Optional.empty();
    try (JsonReader in = JsonReader.open(file, loading::shared)) {
      in.object(field -> loading.field(field, in));
    } catch (JsonFault e) {
      damage = Optional.of(e.getMessage());
    } catch (NoSuchFileException e) {
      throw missing(place, file);
    } catch (IOException e) {
      throw new UnreadableRunException(file + ": cannot be read (" + e.getMessage() + ")");
    }
    return loading.run(file, damage);
  }

  private static UnreadableRunException missing(Path place, Path file) {
    return new UnreadableRunException(
        Files.isDirectory(place)
            ? place
                + ": holds no run: there is no "
                + FILE
                + " in it. Name the folder given to --out"
            : file + ": does not exist. Name the folder that './parley run --out' wrote");
  }

  /** A field of the run that is a text. */
  public Optional<String> about(String field) {
    return run.get(field) instanceof String s ? Optional.of(s) : Optional.empty();
  }

  /** How many cases were to be played; empty where the file does not say. */
  public Optional<Integer> planned() {
    return run.get("planned") instanceof Number n ? Optional.of(n.intValue()) : Optional.empty();
  }

  /** Whether all cases were played and written. */
  public boolean isComplete() {
    return end.equals("finished") && damage.isEmpty();
  }

  /** What has been read so far. */
  private static final class Loading {
    private static final int LONGEST_SHARED = 60;
    private final Map<String, String> shared = new HashMap<>();
    private final Map<String, Object> run = new LinkedHashMap<>();
    private final List<RecordedCase> cases = new ArrayList<>();
    private Object format = 0;
    private String end = "";

    /** The values of traits are a few texts, thousands of times. */
    String shared(String text) {
      if (text.length() > LONGEST_SHARED) {
        return text;
      }
      String known = shared.putIfAbsent(text, text);
      return known == null ? text : known;
    }

    void field(String field, JsonReader in) {
      switch (field) {
        case "format" -> format = in.value().orElse(0);
        case "run" -> in.value().ifPresent(v -> run.putAll(map(v)));
        case "cases" ->
            in.array(() -> in.value().ifPresent(v -> cases.add(new RecordedCase(map(v)))));
        case "end" -> end = in.value().map(Object::toString).orElse("");
        default -> in.skip();
      }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
      return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }

    RecordedRun run(Path file, Optional<String> damage) {
      int version = format instanceof Number n ? n.intValue() : 0;
      if (version < OLDEST || !"parley".equals(run.get("tool"))) {
        throw new UnreadableRunException(
            file
                + ": is no record of a run"
                + damage.map(d -> " (" + d + ")").orElse("")
                + ". Name the folder that './parley run --out' wrote");
      }
      if (version > FORMAT) {
        throw new UnreadableRunException(
            file
                + ": was written by a newer Parley (format "
                + version
                + ", this one reads up to "
                + FORMAT
                + "). Use that one");
      }
      return new RecordedRun(file, version, run, List.copyOf(cases), end, damage);
    }
  }
}
