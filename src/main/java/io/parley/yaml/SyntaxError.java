package io.parley.yaml;

import io.parley.model.SourcePosition;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;

/** What the YAML parser stumbled over, in words that say what to change. */
record SyntaxError(SourcePosition at, String message, Optional<String> hint) {
  private static final String QUOTE = "Text with [ ] { } : # & * ! | > % @ ` in it needs quotes.";

  void addTo(Problems problems) {
    problems.add(at, message, hint);
  }

  static SyntaxError of(String file, String text, JacksonException e) {
    if (!(e.getCause() instanceof MarkedYamlEngineException yaml)) {
      return unmarked(file, e);
    }
    Mark mark = mark(yaml);
    SourcePosition at =
        mark == null
            ? place(file, e)
            : new SourcePosition(file, mark.getLine() + 1, mark.getColumn() + 1);
    String context = yaml.getContext() == null ? "" : yaml.getContext();
    int opened = yaml.getContextMark().map(m -> m.getLine() + 1).orElse(at.line());
    String line = text.lines().skip(at.line() - 1L).findFirst().orElse("");
    return new SyntaxError(at, yaml.getProblem(), Optional.empty())
        .inOurWords(context, opened, line);
  }

  /** Where to look: a key without its colon is found out about only in the line below it. */
  private static Mark mark(MarkedYamlEngineException yaml) {
    boolean key = String.valueOf(yaml.getProblem()).contains("could not find expected ':'");
    return (key ? yaml.getContextMark() : yaml.getProblemMark())
        .or(yaml::getProblemMark)
        .or(yaml::getContextMark)
        .orElse(null);
  }

  private SyntaxError inOurWords(String context, int opened, String line) {
    if (message.contains("TAB")) {
      return say("found a tab where YAML takes spaces only", "Indent with spaces.");
    }
    if (context.contains("flow sequence")) {
      return say(
          "expected ',' or ']' in the list that '[' opened in line " + opened, hintFor(line));
    }
    if (context.contains("flow mapping")) {
      return say("expected ',' or '}' in the map that '{' opened in line " + opened, hintFor(line));
    }
    if (context.contains("quoted scalar")) {
      return quotedScalar(opened);
    }
    if (message.contains("mapping values are not allowed")) {
      return say(
          "found ': ' where no key can stand",
          "Text that has ': ' in it needs quotes; a key must be indented like its neighbours.");
    }
    return general(line);
  }

  private SyntaxError general(String line) {
    if (message.contains("cannot start any token")) {
      int from = Math.min(at.column() - 1, line.length());
      String found =
          from < line.length() ? line.substring(from, line.offsetByCodePoints(from, 1)) : "";
      return say("no value can start with '" + found + "'", QUOTE);
    }
    String before = line.substring(0, Math.min(at.column() - 1, line.length())).stripTrailing();
    if (message.contains("expected <block end>") && before.matches(".*[\\]}\"']")) {
      String end = before.substring(before.length() - 1);
      return say(
          "found more text after the closing " + end, "All of the text needs quotes around it.");
    }
    if (message.contains("expected <block end>")) {
      return say(
          "found something that is not indented like its neighbours",
          "Keys of one map start in the same column, and so do the dashes of one list.");
    }
    if (message.contains("could not find expected ':'")) {
      return say("expected ': ' after a key", "Write key: value, with a space after the colon.");
    }
    return say("not valid YAML: " + message, QUOTE);
  }

  private SyntaxError quotedScalar(int opened) {
    if (message.contains("end of stream")) {
      return say("the quote opened in line " + opened + " is never closed", "Close it.");
    }
    return say(
        "not valid in double quotes: " + message.replaceAll("\\(\\d+\\)$", ""),
        "Write a backslash as \\\\, or use single quotes, in which it needs no care.");
  }

  private static String hintFor(String line) {
    boolean variable = line.contains("${");
    return variable
        ? "A ${…} inside { } or [ ] needs quotes."
        : "A regular expression or other text with [ ] { } in it needs quotes.";
  }

  private SyntaxError say(String words, String what) {
    return new SyntaxError(at, words, Optional.of(what));
  }

  private static SyntaxError unmarked(String file, JacksonException e) {
    boolean key = e.getOriginalMessage().startsWith("Expected a property name");
    return key
        ? new SyntaxError(
            place(file, e), "expected a text as key, found a list or a map", Optional.of(QUOTE))
        : new SyntaxError(
            place(file, e), "not valid YAML: " + e.getOriginalMessage(), Optional.empty());
  }

  private static SourcePosition place(String file, JacksonException e) {
    return e.getLocation() == null
        ? Yaml.start(file)
        : new SourcePosition(
            file,
            Math.max(1, e.getLocation().getLineNr()),
            Math.max(1, e.getLocation().getColumnNr()));
  }
}
