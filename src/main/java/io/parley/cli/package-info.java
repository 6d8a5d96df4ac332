/** The commands; the only place that prints or exits. */
package io.parley.cli;
