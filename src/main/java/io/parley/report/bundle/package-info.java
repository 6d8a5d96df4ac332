/**
 * The evidence of one case as a single file that can be mailed: what a support desk asks for before
 * it takes a refused call on, on one page, with everything that proves it beside it.
 */
package io.parley.report.bundle;
