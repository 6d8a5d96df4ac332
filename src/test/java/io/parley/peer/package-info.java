/** Programs that we did not write, run as far ends and callers. */
package io.parley.peer;
