package io.parley.run;

import io.parley.model.Shard;
import io.parley.report.EvidenceScope;
import io.parley.report.Secrets;
import io.parley.report.allure.ReportOptions;
import io.parley.wire.Transport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user asked for.
 *
 * @param selection which cases
 * @param target name of a shipped target, a target file, a {@code sip:} URI or {@code
 *     docker:kamailio}
 * @param transport what calls use that name none; empty = the target's first
 * @param workers cases played at once; empty = what the target bears
 * @param strictInferred expectations known by inference only fail too, instead of being notes
 * @param check ask a target that we did not start whether it is there, before the first case
 * @param repetition how often cases are played, and when no further one is
 * @param output where results go and what they show
 */
public record RunRequest(
    Selection selection,
    String target,
    Optional<Transport> transport,
    OptionalInt workers,
    boolean strictInferred,
    boolean check,
    Repetition repetition,
    Output output) {

  /**
   * Which cases.
   *
   * @param paths scenario files and folders; empty = the shipped ones
   * @param profiles profiles to play under; empty = all of the target's
   * @param tags a case needs one of them; empty = any
   * @param set variables that override those of the files
   * @param shard only the cases of this part; empty = all
   */
  public record Selection(
      List<Path> paths,
      List<String> profiles,
      List<String> tags,
      Map<String, String> set,
      Optional<Shard> shard) {

    /** All parts. */
    public Selection(
        List<Path> paths, List<String> profiles, List<String> tags, Map<String, String> set) {
      this(paths, profiles, tags, set, Optional.empty());
    }
  }

  /**
   * How often cases are played, and when no further one is.
   *
   * @param retries how often a case that failed or broke is played again, at most; the last play
   *     counts
   * @param repeat how often every case is played, at least 1; the worst play counts
   * @param failures start no further case after so many that failed or broke; empty = play all
   * @param failOnFlaky whether a case that passed only when played again fails the run
   */
  public record Repetition(
      int retries, int repeat, Optional<FailureLimit> failures, boolean failOnFlaky) {
    /** Each case once, all of them. */
    public static final Repetition NONE = new Repetition(0, 1, Optional.empty(), false);
  }

  /**
   * After how many cases that failed or broke no further one starts.
   *
   * @param most how many, at least 1
   * @param option what the user wrote, for the reason of the cases that are not played
   */
  public record FailureLimit(int most, String option) {}

  /**
   * Where results go and what they show.
   *
   * @param folder folder for everything a run writes
   * @param html whether the HTML report is generated
   * @param keepSecrets digest responses, keys and passwords stay readable
   * @param maskNumbers numbers are masked too
   * @param labels free labels of the run
   * @param notes free words of the user, such as what was changed
   * @param evidence what evidence of the cases is kept
   */
  public record Output(
      Path folder,
      boolean html,
      boolean keepSecrets,
      boolean maskNumbers,
      Map<String, String> labels,
      List<String> notes,
      EvidenceScope evidence) {

    /** Output without words of the user, with the usual evidence. */
    public Output(
        Path folder,
        boolean html,
        boolean keepSecrets,
        boolean maskNumbers,
        Map<String, String> labels) {
      this(folder, html, keepSecrets, maskNumbers, labels, List.of(), EvidenceScope.FAILED);
    }

    /** What is masked in all of it. */
    public Secrets secrets() {
      return new Secrets(keepSecrets, maskNumbers);
    }

    /**
     * What reports are wanted.
     *
     * @param secrets what is masked in them
     */
    ReportOptions reports(Secrets secrets) {
      return new ReportOptions(html, secrets, evidence);
    }

    /** What a run writes, by what it is. */
    Map<String, Path> written() {
      Map<String, Path> out = new LinkedHashMap<>();
      if (html) {
        out.put("report", folder.resolve("allure-report/index.html"));
      }
      if (evidence.keepsFiles()) {
        out.put("evidence", folder.resolve("evidence"));
      }
      out.put("junit", folder.resolve("junit.xml"));
      return out;
    }
  }
}
