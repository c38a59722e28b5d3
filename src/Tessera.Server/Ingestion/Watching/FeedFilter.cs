using System.Text;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Watching;

/// <summary>Which calls somebody wants to watch.</summary>
/// <param name="Search">What stands in the name, type, user id, anonymous id, source or reason, in any letters; empty for anything.</param>
/// <param name="Type">The kind of call; null for any. A refused call is of no kind.</param>
/// <param name="Accepted">Whether it was accepted; null for both.</param>
internal sealed record FeedFilter(string Search, CallType? Type, bool? Accepted)
{
    /// <summary>The longest text that is searched for.</summary>
    public const int LongestSearch = 200;

    /// <summary>Lets everything through, without reading it.</summary>
    public static FeedFilter None { get; } = new(string.Empty, Type: null, Accepted: null);

    /// <summary>Reads what was asked for.</summary>
    /// <returns>Null when it is understood, otherwise what is wrong with it.</returns>
    public static string? TryRead(string? search, string? type, string? outcome, out FeedFilter filter)
    {
        filter = None;
        CallType? kind = null;
        if (type is not null)
        {
            if (!CallTypes.TryParse(Encoding.UTF8.GetBytes(type), out var parsed))
            {
                return $"type is \"{type}\"; give track, page, screen, identify, group or alias.";
            }

            kind = parsed;
        }

        if (outcome is not (null or "accepted" or "refused"))
        {
            return $"outcome is \"{outcome}\"; give accepted or refused, or leave it out.";
        }

        if (search?.Length > LongestSearch)
        {
            return $"search has {search.Length} characters; give at most {LongestSearch}.";
        }

        filter = new FeedFilter(search?.Trim() ?? string.Empty, kind, outcome is null ? null : outcome == "accepted");
        return null;
    }

    public bool LetsThrough(ReadOnlyMemory<byte> bytes)
    {
        if (Search.Length == 0 && Type is null && Accepted is null)
        {
            return true;
        }

        var call = new TrackingRecord(bytes);
        var isAccepted = call.Type != CallType.Rejected;
        return (Accepted is null || Accepted == isAccepted)
            && (Type is null || Type == call.Type)
            && (Search.Length == 0 || Names(call, isAccepted).Any(name => name.Contains(Search, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> Names(TrackingRecord call, bool isAccepted) => isAccepted
        ? [call.Name, CallTypes.NameOf(call.Type), call.UserId, call.AnonymousId, call.Source]
        : [call.Source, call.Reason];
}
