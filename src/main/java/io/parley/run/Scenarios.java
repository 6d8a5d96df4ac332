package io.parley.run;

import io.parley.report.Secrets;
import io.parley.target.EmbeddedTarget;
import io.parley.wire.Transport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which scenarios a {@link ScenarioTest} plays, and at what: a description, nothing is read or
 * started before the tests are due. Each method gives a changed copy.
 *
 * <pre>{@code
 * Scenarios.in("src/test/scenarios").target("lab.yaml").profiles("zoom-byoc")
 * }</pre>
 *
 * @param selection which scenarios, under which profiles, with which variables
 * @param target name, target file, {@code sip:} URI or {@code docker:kamailio}, as {@code --target}
 * @param transport what calls use that name none; empty = the target's first
 * @param strictInferred expectations known by inference only fail too, instead of being notes
 * @param secrets what is masked in all that is written
 * @param labels free labels of the run, for its record
 * @param output folder for evidence; below it one folder for each target
 */
public record Scenarios(
    RunRequest.Selection selection,
    String target,
    Optional<Transport> transport,
    boolean strictInferred,
    Secrets secrets,
    Map<String, String> labels,
    Path output) {

  private static final Path OUTPUT = Path.of("target", "parley");

  /**
   * Scenarios in files and folders, at the embedded SBC until a target is named.
   *
   * @param paths files and folders, seen from the folder in which the tests run, which under Maven
   *     is the module's; none = those that are packed with Parley
   */
  public static Scenarios in(String... paths) {
    List<Path> files = Stream.of(paths).map(Path::of).toList();
    return new Scenarios(
        new RunRequest.Selection(files, List.of(), List.of(), Map.of()),
        EmbeddedTarget.NAME,
        Optional.empty(),
        false,
        Secrets.MASKED,
        Map.of(),
        OUTPUT);
  }

  /** The same at another target: all that {@code --target} takes. */
  public Scenarios target(String other) {
    return new Scenarios(selection, other, transport, strictInferred, secrets, labels, output);
  }

  /** The same under these profiles only. */
  public Scenarios profiles(String... names) {
    return selecting(
        new RunRequest.Selection(
            selection.paths(), List.of(names), selection.tags(), selection.set()));
  }

  /** The same, only those that have one of these tags. */
  public Scenarios tags(String... names) {
    return selecting(
        new RunRequest.Selection(
            selection.paths(), selection.profiles(), List.of(names), selection.set()));
  }

  /** The same with a variable of the scenarios changed. */
  public Scenarios set(String name, String value) {
    return selecting(
        new RunRequest.Selection(
            selection.paths(),
            selection.profiles(),
            selection.tags(),
            with(selection.set(), name, value)));
  }

  /**
   * The same with calls over another transport, where a scenario names none.
   *
   * @param name {@code udp}, {@code tcp} or {@code tls}
   * @throws IllegalArgumentException when it is none of these
   */
  public Scenarios transport(String name) {
    Transport wanted = Transport.valueOf(name.toUpperCase(Locale.ROOT));
    return new Scenarios(
        selection, target, Optional.of(wanted), strictInferred, secrets, labels, output);
  }

  /** The same, with expectations that are known by inference only failing too. */
  public Scenarios strict() {
    return new Scenarios(selection, target, transport, true, secrets, labels, output);
  }

  /** The same with telephone numbers masked in all that is written. */
  public Scenarios maskNumbers() {
    return new Scenarios(
        selection,
        target,
        transport,
        strictInferred,
        new Secrets(secrets.keep(), true),
        labels,
        output);
  }

  /** The same with a label of the run, which its record keeps. */
  public Scenarios label(String name, String value) {
    return new Scenarios(
        selection, target, transport, strictInferred, secrets, with(labels, name, value), output);
  }

  /** The same with its evidence in another folder than {@code target/parley}. */
  public Scenarios output(String folder) {
    return new Scenarios(
        selection, target, transport, strictInferred, secrets, labels, Path.of(folder));
  }

  private Scenarios selecting(RunRequest.Selection other) {
    return new Scenarios(other, target, transport, strictInferred, secrets, labels, output);
  }

  private static Map<String, String> with(Map<String, String> old, String name, String value) {
    Map<String, String> out = new LinkedHashMap<>(old);
    out.put(name, value);
    return Map.copyOf(out);
  }
}
