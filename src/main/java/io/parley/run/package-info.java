/** Selects cases, plays them as a TestNG suite, wires player, target and reports. */
package io.parley.run;
