package io.parley.scenario;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A scenario file as read.
 *
 * @param name its path as the user named it, with forward slashes
 * @param category the folder it lies in
 * @param path where it is; empty = packed in the jar
 * @param text its text
 */
record SourceFile(String name, String category, Optional<Path> path, String text) {}
