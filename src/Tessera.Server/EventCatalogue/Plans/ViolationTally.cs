using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Tessera.Domain;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>Compares calls with their workspaces' plans and counts what does not keep to them.</summary>
internal sealed class ViolationTally(TrackingPlans plans)
{
    /// <summary>The name under which the traits of identify calls are listed.</summary>
    public const string Identify = "identify";

    private const int LongestVersion = 100;
    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    private readonly Dictionary<ViolationKey, Violations> counts = [];

    /// <summary>What was found, by what is the same about it.</summary>
    public IReadOnlyDictionary<ViolationKey, Violations> Counts => counts;

    /// <summary>Compares one record of the log.</summary>
    public void Add(TrackingRecord call)
    {
        if (call.Type is CallType.Rejected or CallType.Erased || plans.Find(new WorkspaceKey(call.Workspace)) is not { } plan || call.ReceivedAt < plan.ChangedAt)
        {
            return;
        }

        var name = call.Type switch
        {
            CallType.Track => call.Name,
            CallType.Page => "Page Viewed",
            CallType.Screen => "Screen Viewed",
            CallType.Identify => Identify,
            _ => string.Empty,
        };
        if (name.Length == 0 || (name == Identify && plan.Traits is null))
        {
            return;
        }

        using var parsed = call.Properties.IsEmpty ? null : JsonDocument.Parse(call.Properties);
        var values = parsed?.RootElement ?? Empty;
        string? version = null;
        foreach (var finding in call.Type == CallType.Identify ? plan.Traits!.Check(values) : plan.CheckEvent(name, values))
        {
            version ??= VersionOf(call.Context) ?? VersionOf(call.SharedContext) ?? string.Empty;
            var key = new ViolationKey(call.Workspace, DateOnly.FromDateTime(call.ReceivedAt.UtcDateTime), name, call.Source, version, finding.Kind, finding.Path);
            ref var violations = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out var known);
            violations = new Violations(violations.Count + 1, known ? violations.FirstAt : call.ReceivedAt, call.ReceivedAt, finding, call.MessageId);
        }
    }

    private static string? VersionOf(ReadOnlyMemory<byte> context)
    {
        if (context.IsEmpty)
        {
            return null;
        }

        using var parsed = JsonDocument.Parse(context);
        return parsed.RootElement.TryGetProperty("app", out var app) && app.ValueKind == JsonValueKind.Object
            && app.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.String
            ? version.GetString() is { Length: > LongestVersion } text ? text[..LongestVersion] : version.GetString()
            : null;
    }
}

/// <summary>What violations have in common.</summary>
internal readonly record struct ViolationKey(
    string Workspace, DateOnly Day, string Event, string Source, string AppVersion, PlanViolationKind Kind, string Path);

/// <summary>How many, when, and the last of them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Violations(long Count, DateTimeOffset FirstAt, DateTimeOffset LastAt, PlanFinding Last, string MessageId);
