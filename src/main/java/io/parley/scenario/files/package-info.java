/**
 * Where scenarios come from: files and folders on disk or packed in the jar, and their neighbours.
 */
package io.parley.scenario.files;
