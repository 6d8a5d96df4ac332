/** A far end for a real SBC or phone: every call that comes is judged, told and reported. */
package io.parley.serve;
