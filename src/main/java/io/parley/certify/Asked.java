package io.parley.certify;

import io.parley.model.Doc;
import io.parley.yaml.Matches;
import java.util.List;

/**
 * A requirement as its file has it.
 *
 * @param id stable name
 * @param title one sentence
 * @param weight how much it weighs
 * @param facts the facts about the phone that it rests on
 * @param needs what a phone must have for it to apply
 * @param scenarios ids of the scenarios that prove it
 */
@Doc("Something that phone and SBC must do together.")
record Asked(
    @Doc("Stable name, [a-z0-9-]+.")
        @Matches(value = "[a-z0-9-]+", expected = "lower-case letters, digits and -")
        String id,
    @Doc("The title, one sentence.") String title,
    @Doc("mandatory or recommended.") Weight weight,
    @Doc("The facts about the phone that it rests on, by their places in its file.")
        List<String> facts,
    @Doc("What the phone must have for it to apply.") List<Trait> needs,
    @Doc("Ids of the scenarios in scenarios/certify that prove it.") List<String> scenarios) {}
