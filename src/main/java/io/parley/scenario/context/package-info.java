/**
 * What scenarios are loaded for: the target, its profiles, what the user set, and what a command
 * adds.
 */
package io.parley.scenario.context;
