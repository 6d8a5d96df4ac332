package io.parley.certify;

import java.util.List;

/**
 * Something that phone and SBC must do together.
 *
 * @param id stable name, {@code [a-z0-9-]+}
 * @param title one sentence
 * @param weight how much it weighs
 * @param sources documents and sections that ask for it
 * @param facts the facts about the phone that it rests on, by their places in its file: {@code
 *     codecs}, {@code srtp.suites}
 */
public record Requirement(
    String id, String title, Weight weight, List<String> sources, List<String> facts) {}
