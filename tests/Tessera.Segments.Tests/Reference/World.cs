using System.Text.Json.Nodes;

namespace Tessera.Segments.Tests.Reference;

/// <summary>A whole workspace, small enough to look at: every customer with every call, and what models and people have recorded.</summary>
internal sealed record World(IReadOnlyList<Customer> Customers)
{
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Who was erased: nothing of them counts any more, for anybody.</summary>
    public IReadOnlyList<Customer> Erased { get; init; } = [];

    /// <summary>Definitions of the segments that others refer to.</summary>
    public IReadOnlyDictionary<string, Segment> Segments { get; init; } = new Dictionary<string, Segment>(StringComparer.Ordinal);
}

/// <summary>One customer, all identities that are one today already brought together.</summary>
internal sealed record Customer(Guid Id, IReadOnlyList<Call> Calls)
{
    /// <summary>What lies in <c>rfm</c>, <c>persona</c> and <c>score</c>.</summary>
    public JsonObject Computed { get; init; } = [];

    /// <summary>When membership of a segment began (true) or ended, as kept, in no order; at one instant it ends before it begins.</summary>
    public IReadOnlyList<(string Segment, long Time, bool Entered)> MembershipChanges { get; init; } = [];

    /// <summary>Beside the own one, the ids that the customer's calls and records lie under: those of profiles that were merged into this one.</summary>
    public IReadOnlyList<Guid> Merged { get; init; } = [];

    /// <summary>When consent to a purpose was given (true) or withdrawn, in no order; of both at one instant, withdrawing counts.</summary>
    public IReadOnlyList<(string Purpose, long Time, bool Given)> Consents { get; init; } = [];
}

/// <summary>One call of the tracking API. Times are microseconds since 1970 in UTC.</summary>
/// <param name="Type">identify, track, page, screen, group or alias.</param>
/// <param name="Time">When it happened.</param>
/// <param name="MessageId">Its id; of calls with the same one, the first received counts.</param>
/// <param name="Name">The event of a track call, the name of a page or screen.</param>
/// <param name="Values">Properties of an event, traits of an identify or group call.</param>
internal sealed record Call(string Type, long Time, string MessageId, string? Name = null, JsonObject? Values = null)
{
    public JsonObject? Context { get; init; }

    public string? GroupId { get; init; }

    public long ReceivedAt { get; init; }

    /// <summary>A property of the event. The name of a page or screen is one, unless there is another of this name.</summary>
    public JsonNode? Property(ValuePath path) => path.Segments is ["name"] && Type is "page" or "screen" && Values?.ContainsKey("name") is not true
        ? Name is { Length: > 0 } ? JsonValue.Create(Name) : null
        : Value.At(Values, path.Segments);

    /// <summary>The event that a condition sees, or null when the call is none.</summary>
    public string? Event => Type switch
    {
        "track" => Name,
        "page" => EventName.PageViewed,
        "screen" => EventName.ScreenViewed,
        _ => null,
    };
}
