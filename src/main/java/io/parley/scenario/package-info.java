/**
 * The load phase: scenario files become cases.
 *
 * <p>{@link io.parley.scenario.Catalogue} finds the files, fills variables in ({@link
 * io.parley.scenario.Variables}), binds them to the surface records ({@link
 * io.parley.scenario.ScenarioFile} and what it holds), writes the short form out as the long one,
 * and makes one case of each matrix cell and profile. All problems of all files are found at once.
 */
package io.parley.scenario;
