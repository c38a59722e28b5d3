using Tessera.Domain;

namespace Tessera.Server.Insights;

/// <summary>What decides an overview, apart from the data.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="TimeZone">Its time zone.</param>
/// <param name="From">The first day, when one was asked for.</param>
/// <param name="To">The day after the last, when one was asked for.</param>
/// <param name="Interval">The name of the steps.</param>
internal sealed record OverviewQuestion(WorkspaceKey Workspace, string Currency, string TimeZone, DateOnly? From, DateOnly? To, string Interval);
