/**
 * Where the servers of a SIP domain are (RFC 3263): NAPTR, SRV, A and AAAA. Home of dnsjava, which
 * is not loaded before a name has to be looked up.
 */
package io.parley.dns;
