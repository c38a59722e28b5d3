using Tessera.ClickHouse;
using Tessera.Domain;

namespace Tessera.Server.Imports.Publishing;

/// <summary>What the statements of publishing are about, given to each as far as it asks for it.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Import">The import.</param>
/// <param name="Staged">From when to when its lines are.</param>
internal sealed record OrderRange(WorkspaceKey Workspace, Guid Import, StagedSpan Staged)
{
    /// <summary>Whether identical lines are still to be numbered.</summary>
    public bool Recount { get; init; }

    /// <summary>The table that has its lines.</summary>
    public string Table { get; init; } = StagingArea.LinesOf(Import);

    /// <summary>The orders, by the hash of their ids. All of them unless said otherwise.</summary>
    public HashRange Range { get; init; } = new(ulong.MinValue, ulong.MaxValue);

    /// <summary>Gives a statement the values of those parameters that it has.</summary>
    public Statement Bind(Statement statement)
    {
        foreach (var (name, value) in new (string Name, object Value)[]
        {
            ("workspace", Workspace.Value), ("import", Import), ("first", Staged.First), ("last", Staged.Last), ("from", Range.From), ("to", Range.To),
            ("first_microseconds", Microseconds(Staged.First)), ("last_microseconds", Microseconds(Staged.Last)), ("staged", Table), ("recount", Recount),
        })
        {
            statement = statement.Sql.Contains($"{{{name}:", StringComparison.Ordinal) ? statement.With(name, value) : statement;
        }

        return statement;
    }

    private static long Microseconds(DateTimeOffset instant) => (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
