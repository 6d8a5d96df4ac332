/** A desk phone as data: facts about it, each with how well it is known and from where. */
package io.parley.phone;
