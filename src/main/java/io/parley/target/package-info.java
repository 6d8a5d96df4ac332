/** What is under test: embedded, remote; how to reach it, and what it may be burdened with. */
package io.parley.target;
