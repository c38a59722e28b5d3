using Tessera.Server.Segments.Contracts;
using Tessera.Server.Segments.Live;

namespace Tessera.Server.Segments.Rules;

/// <inheritdoc cref="IMembershipTurns"/>
internal sealed class MembershipTurns(RuleEvaluation evaluation, MembershipJournal journal) : IMembershipTurns
{
    public Task BetweenEvaluationsAsync(Func<Task> work, CancellationToken cancellationToken) => evaluation.AloneAsync(work, cancellationToken);

    public Task BetweenRecordingsAsync(Func<Task> work, CancellationToken cancellationToken) => journal.AfterFlushAsync(work, cancellationToken);
}
