/** What a finding usually means, what to do next and who does it, as data. */
package io.parley.diagnosis;
