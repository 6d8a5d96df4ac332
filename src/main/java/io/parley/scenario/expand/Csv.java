package io.parley.scenario.expand;

import io.parley.model.SourcePosition;
import io.parley.yaml.Mapping;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Comma-separated rows under a line of column names (RFC 4180), each cell with its place. */
final class Csv {
  private final String file;
  private final String text;
  private final Problems problems;
  private int at;
  private int line = 1;
  private int lineStart;

  Csv(String file, String text, Problems problems) {
    this.file = file;
    this.text = text;
    this.problems = problems;
  }

  /** The rows as maps from column to value; a line of another length is a problem. */
  List<Mapping> rows() {
    List<Scalar> columns = record();
    if (new LinkedHashSet<>(columns.stream().map(Scalar::text).toList()).size() < columns.size()) {
      problems.add(place(1, 1), "a column is named twice");
      return List.of();
    }
    List<Mapping> out = new ArrayList<>();
    while (at < text.length()) {
      SourcePosition start = place(line, 1);
      List<Scalar> cells = record();
      if (cells.size() == 1 && cells.get(0).text().isEmpty()) {
        continue;
      }
      row(start, columns, cells).ifPresent(out::add);
    }
    return out;
  }

  private Optional<Mapping> row(SourcePosition start, List<Scalar> columns, List<Scalar> cells) {
    if (cells.size() != columns.size()) {
      problems.add(
          start,
          "expected " + columns.size() + " columns, found " + cells.size(),
          "Columns: " + String.join(", ", columns.stream().map(Scalar::text).toList()));
      return Optional.empty();
    }
    List<Mapping.Entry> entries = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Scalar cell = cells.get(i);
      entries.add(new Mapping.Entry(cell.at(), columns.get(i).text(), cell));
    }
    return Optional.of(new Mapping(start, entries));
  }

  private List<Scalar> record() {
    List<Scalar> out = new ArrayList<>();
    out.add(cell());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      out.add(cell());
    }
    endOfLine();
    return out;
  }

  private Scalar cell() {
    SourcePosition start = place(line, at - lineStart + 1);
    if (at < text.length() && text.charAt(at) == '"') {
      return new Scalar(start, quoted(start), true);
    }
    int from = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String value = text.substring(from, at).strip();
    return new Scalar(start, value, value.isEmpty());
  }

  private String quoted(SourcePosition start) {
    StringBuilder out = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
        at++;
      } else if (c == '"') {
        at++;
        afterQuote();
        return out.toString();
      }
      out.append(c);
      if (c == '\n') {
        line++;
        lineStart = at + 1;
      }
    }
    problems.add(start, "expected a closing quote, found the end of the file");
    return out.toString();
  }

  private void afterQuote() {
    int from = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (!text.substring(from, at).isBlank()) {
      problems.add(
          place(line, from - lineStart + 1),
          "expected a comma after the closing quote, found '" + text.substring(from, at) + "'",
          "A quote within quotes is written twice.");
    }
  }

  private void endOfLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
    lineStart = at;
  }

  private SourcePosition place(int row, int column) {
    return new SourcePosition(file, row, column);
  }
}
