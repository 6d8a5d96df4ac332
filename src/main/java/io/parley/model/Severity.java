package io.parley.model;

/** How much a failed case matters; the names are Allure's. */
public enum Severity {
  BLOCKER,
  CRITICAL,
  NORMAL,
  MINOR,
  TRIVIAL
}
