using System.Text.Json;
using Tessera.Segments.Live;
using Tessera.Server.Ingestion.Contracts;
using CallType = Tessera.Segments.Live.CallType;
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

    /// <summary>Takes a call of the log into account.</summary>
    public static void Apply(ProfileState state, LivePlan plan, TrackingRecord call)
    {
        var type = TypeOf(call.Type);
        var isGroup = type == CallType.Group;
        var name = isGroup ? null : call.Name;
        var isRead = plan.Reads(type, name);
        using var values = isRead && !call.Properties.IsEmpty ? JsonDocument.Parse(call.Properties) : null;
        using var context = isRead && plan.ReadsContext ? JsonDocument.Parse(CallContext.Of(call)) : null;
        state.Apply(new LiveCall(
            type, call.Time, call.MessageId, name, values?.RootElement ?? default, context?.RootElement ?? default, isGroup ? call.OtherId : null));
        if (plan.ReadsConsents)
        {
            foreach (var consent in LiveConsents.Of(call))
            {
                state.Apply(consent);
            }
        }
    }

    private static CallType TypeOf(Recorded type) => type switch
    {
        Recorded.Track => CallType.Track,
        Recorded.Page => CallType.Page,
        Recorded.Screen => CallType.Screen,
        Recorded.Identify => CallType.Identify,
        Recorded.Group => CallType.Group,
        _ => CallType.Alias,
    };
}
