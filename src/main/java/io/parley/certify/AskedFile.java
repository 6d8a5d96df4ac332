package io.parley.certify;

import io.parley.model.Doc;
import java.util.List;

/**
 * The file of requirements.
 *
 * @param requirements in the order of the certificate
 */
@Doc("What is asked of a phone and an SBC.")
record AskedFile(
    @Doc("The requirements, in the order of the certificate.") List<Asked> requirements) {}
