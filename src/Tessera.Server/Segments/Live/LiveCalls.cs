using Tessera.Segments.Live;
using Recorded = Tessera.Server.Ingestion.Contracts.CallType;

namespace Tessera.Server.Segments.Live;

/// <summary>Calls as the live evaluator takes them.</summary>
internal static class LiveCalls
{
    /// <summary>The kind of a stored call.</summary>
    public static CallType TypeOf(string name) => name switch
    {
        "track" => CallType.Track,
        "page" => CallType.Page,
        "screen" => CallType.Screen,
        "identify" => CallType.Identify,
        "group" => CallType.Group,
        _ => CallType.Alias,
    };

    /// <summary>The kind of a call in the log.</summary>
    public static CallType TypeOf(Recorded type) => type switch
    {
        Recorded.Track => CallType.Track,
        Recorded.Page => CallType.Page,
        Recorded.Screen => CallType.Screen,
        Recorded.Identify => CallType.Identify,
        Recorded.Group => CallType.Group,
        _ => CallType.Alias,
    };
}
