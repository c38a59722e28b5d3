using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Insights;

internal static class InsightEndpoints
{
    private const int MostSteps = 2000;

    public static void Map(IEndpointRouteBuilder api)
    {
        var insights = api.MapGroup("/insights").WithTags("Insights");
        insights.MapGet("/overview", OverviewAsync)
            .WithName("getOverview")
            .WithSummary("Revenue, orders and customers of a period, in steps and against the period before.")
            .WithDescription(
                "from: the first day; default: the day of the first purchase. to: the day after the last; default: the day after the last purchase. "
                + "Both are dates in the workspace's time zone, or instants. interval: month, week or day; default month.")
            .WithProblems(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<Overview>, ProblemResult>> OverviewAsync(
        string? from,
        string? to,
        string? interval,
        CurrentWorkspace current,
        IWorkspaceDirectory workspaces,
        InsightQueries queries,
        OverviewReader reader,
        KeptOverviews kept,
        CancellationToken cancellationToken)
    {
        var workspace = await workspaces.FindAsync(current.Key, cancellationToken)
            ?? throw new InvalidOperationException($"There is no workspace \"{current.Key}\".");
        if (Interval.All.FirstOrDefault(candidate => candidate.Name == (interval ?? Interval.Month.Name)) is not { } steps)
        {
            return Invalid("interval-unknown", $"interval is \"{interval}\"; give one of {string.Join(", ", Interval.All.Select(known => known.Name))}.");
        }

        if (!TryReadDay(from, workspace.TimeZone, out var firstDay) || !TryReadDay(to, workspace.TimeZone, out var lastDay))
        {
            return Invalid("period-invalid", $"\"{from}\" to \"{to}\" is not a period: write dates such as 2011-12-09.");
        }

        var question = new OverviewQuestion(current.Key, workspace.Currency, workspace.TimeZone, firstDay, lastDay, steps.Name);
        var state = await reader.StateAsync(current.Key, cancellationToken);
        if (kept.TryGet(question, state, out var known))
        {
            return TypedResults.Ok(known);
        }

        var extent = await queries.ExtentAsync(current.Key, cancellationToken);
        if (extent.Purchases == 0)
        {
            return TypedResults.Ok(OverviewReader.Empty(workspace.Currency, await queries.KnownProfilesAsync(current.Key, cancellationToken)));
        }

        var begin = CalendarDays.Of(extent.FirstPurchase, workspace.TimeZone);
        var end = CalendarDays.Of(extent.LastPurchase, workspace.TimeZone);
        var period = new Period(firstDay ?? begin, lastDay ?? end.AddDays(1), workspace.TimeZone);
        if (period.From >= period.To)
        {
            return Invalid("period-invalid", $"The period from {period.From:yyyy-MM-dd} to {period.To:yyyy-MM-dd} has no days: from must come before to.");
        }

        if (steps.Steps(period.From, period.To).Skip(MostSteps).Any())
        {
            return Invalid("period-too-long", $"The period has more than {MostSteps} steps: ask for a shorter one, or for a longer interval.");
        }

        var overview = await reader.ReadAsync(current.Key, workspace.Currency, end, begin, period, steps, cancellationToken);
        kept.Keep(question, state, overview);
        return TypedResults.Ok(overview);
    }

    private static bool TryReadDay(string? text, string timeZone, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            day = date;
        }
        else if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            day = CalendarDays.Of(instant, timeZone);
        }

        // What the engine's dates can hold.
        return day is { Year: >= 1971 and <= 2148 };
    }

    private static ProblemResult Invalid(string code, string detail) =>
        new(new Problem(StatusCodes.Status400BadRequest, code, "Request not understood", detail));
}
