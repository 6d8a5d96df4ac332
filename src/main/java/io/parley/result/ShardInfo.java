package io.parley.result;

import io.parley.model.CaseId;
import io.parley.model.Shard;
import java.util.List;

/**
 * What the other parts of a run need to know to be put together with this one.
 *
 * @param shard which part this is
 * @param all the identities of all cases of all parts, in the order of the scenarios
 * @param scenarios a digest of the texts of all scenarios; differs where any of them does
 */
public record ShardInfo(Shard shard, List<CaseId> all, String scenarios) {}
