using System.Globalization;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rules;

/// <summary>Reads the instant that a question is about, as people write it.</summary>
internal sealed class AskedInstant(IWorkspaceDirectory workspaces)
{
    // What the engine's times can hold.
    private const int FirstYear = 1970;
    private const int LastYear = 2261;

    /// <summary>Reads a date, which is its start in the workspace's time zone, or an ISO 8601 instant, in UTC when it has no offset.</summary>
    /// <returns>The instant, or what is wrong with it; neither when none was given.</returns>
    public Task<(DateTimeOffset? At, Problem? Problem)> ReadAsync(WorkspaceKey workspace, string? text, CancellationToken cancellationToken) =>
        ReadAsync(workspace, "at", text, cancellationToken);

    /// <summary>The same, where the instant is not called <c>at</c>.</summary>
    public async Task<(DateTimeOffset? At, Problem? Problem)> ReadAsync(WorkspaceKey workspace, string name, string? text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(text))
        {
            return (null, null);
        }

        if (DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= FirstYear and <= LastYear)
        {
            return (CalendarDays.StartOf(date, (await workspaces.FindAsync(workspace, cancellationToken))?.TimeZone ?? "UTC"), null);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            && instant.Year is >= FirstYear and <= LastYear
            ? (instant, null)
            : (null, SegmentProblems.Invalid($"{name}-invalid", $"{name} is \"{text}\"; write a date such as 2026-03-01 or an instant such as 2026-03-01T09:30:00Z."));
    }
}
