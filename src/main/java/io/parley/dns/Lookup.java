package io.parley.dns;

/**
 * One thing that was asked and what came back.
 *
 * @param type type of record: NAPTR, SRV, A, AAAA, or {@code hosts} for the machine's hosts file
 * @param name the name asked for
 * @param answer the records in words, or why there is none
 * @param found whether there is any record
 */
public record Lookup(String type, String name, String answer, boolean found) {

  /** As a report shows it: {@code SRV _sip._udp.example.com: 10 60 5060 a.example.com}. */
  @Override
  public String toString() {
    return type + " " + name + ": " + answer;
  }
}
