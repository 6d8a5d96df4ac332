package io.parley.report.bundle;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A point in time that two sides in different zones can compare with their logs.
 *
 * @param zone the zone of this machine, told beside UTC
 */
record Moment(ZoneId zone) {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  /** {@code 2026-11-20 10:00:00.123456 UTC (2026-11-20 11:00:00 +01:00 Europe/Berlin)}. */
  String of(Instant time) {
    ZonedDateTime here = time.atZone(zone);
    boolean utc = here.getOffset().equals(ZoneOffset.UTC);
    return UTC.format(time) + (utc ? "" : " (" + LOCAL.format(here) + " " + zone.getId() + ")");
  }
}
