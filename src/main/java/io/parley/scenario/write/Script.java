package io.parley.scenario.write;

import io.parley.model.Actor;
import io.parley.model.Scenario;
import io.parley.model.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The played part of a scenario.
 *
 * @param actors by name, in file order
 * @param steps top to bottom
 * @param base the base of the offer that opens the call; empty = it has none
 */
public record Script(
    Map<String, Actor> actors, List<Step> steps, Optional<Scenario.ControlOffer> base) {}
