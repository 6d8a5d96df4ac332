package io.parley.profile;

/** How a far end wants called numbers written. */
public enum NumberFormat {
  /** Any user part; whether it is known is another matter. */
  ANY,
  /** Global numbers only: {@code +} and 2 to 15 digits (ITU-T E.164, RFC 3966 §5.1.4). */
  E164
}
