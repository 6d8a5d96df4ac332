/** Warnings about scenarios that load but cannot do what they look like. */
package io.parley.scenario.lint;
