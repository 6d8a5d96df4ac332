/**
 * Allure: results through its TestNG listener, the HTML report through its generator. Start at
 * {@link io.parley.report.allure.Reports}, which also writes every other report.
 */
package io.parley.report.allure;
