package io.parley.merge;

import java.nio.file.Path;
import java.util.List;

/**
 * What to merge.
 *
 * @param folders what runs wrote, one at least
 * @param out where the merged run goes
 * @param html whether the HTML report is made
 */
public record MergeRequest(List<Path> folders, Path out, boolean html) {}
