using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Server.Segments.Live;

namespace Tessera.Server.Segments.Rules;

/// <summary>
/// Deletes segments: they are gone at once, whatever is being evaluated; who entered and left them is forgotten behind that, and before a segment of the same key is made.
/// </summary>
/// <remarks>
/// Whatever records membership looks first whether the segment is still there, in the journal's turn; what was recorded before is in the engine when it is forgotten. So nothing is recorded
/// after that. A crash leaves a note of what is to be forgotten.
/// </remarks>
internal sealed class RuleRemoval(RuleStore store, RuleMembership membership, MembershipJournal journal, LivePlans plans, ILogger<RuleRemoval> logger)
{
    /// <summary>Deletes a segment that no other refers to.</summary>
    public async Task<RuleOutcome> RemoveAsync(WorkspaceKey workspace, string key, CancellationToken cancellationToken)
    {
        var outcome = await store.RemoveAsync(workspace, key, cancellationToken);
        if (outcome.IsDone)
        {
            _ = ForgetBehindAsync(workspace);
        }

        return outcome;
    }

    /// <summary>Forgets who was in deleted segments of a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="keys">Only those of these keys; null: all.</param>
    /// <param name="cancellationToken">Gives up; doing it again finishes.</param>
    public async Task ForgetAsync(WorkspaceKey workspace, IReadOnlyCollection<string>? keys, CancellationToken cancellationToken)
    {
        foreach (var key in await store.RemovedAsync(workspace, cancellationToken))
        {
            if (keys?.Contains(key, StringComparer.Ordinal) != false)
            {
                await plans.RefreshAsync(workspace, cancellationToken);
                await journal.AfterFlushAsync(() => membership.ForgetAsync(workspace, key, cancellationToken), cancellationToken);
                await store.NoteForgottenAsync(workspace, key, cancellationToken);
            }
        }
    }

    /// <summary>The same, beside whatever else there is to do.</summary>
    public async Task ForgetBehindAsync(WorkspaceKey workspace)
    {
        await Task.Yield();
        try
        {
            await ForgetAsync(workspace, keys: null, CancellationToken.None);
        }
#pragma warning disable CA1031 // nobody waits for it: the next round of evaluations tries again
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.LogWarning(failure, "Who was in deleted segments of workspace {Workspace} is not forgotten yet; this is tried again", workspace);
        }
    }
}
