/**
 * The load phase: scenario files become cases.
 *
 * <p>{@link io.parley.scenario.Catalogue} finds the files ({@code files}), fills in what they leave
 * open ({@code expand}), binds them to records of what is written ({@code surface}, {@code offer}),
 * makes a scenario of the model of it ({@code write}) and warns of what is allowed, but of no use
 * ({@code lint}): one case for each matrix cell and profile. All problems of all files are found at
 * once.
 */
package io.parley.scenario;
