using System.Runtime.InteropServices;
using System.Text.Json;
using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Live;

/// <summary>A call of the tracking API as the live evaluator takes it: corrected for the sender's clock, and with a message id that no other call taken has.</summary>
/// <param name="Type">What kind of call.</param>
/// <param name="Time">When it happened; finer than a microsecond is cut off.</param>
/// <param name="MessageId">Its id. It orders calls of one instant.</param>
/// <param name="Name">The event of a track call, the name of a page or screen; otherwise null.</param>
/// <param name="Values">Properties of an event, traits of an identify or group call; default for none. Read while the call is applied and not kept.</param>
/// <param name="Context">The context; default for none.</param>
/// <param name="GroupId">The company of a group call; otherwise null.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LiveCall(
    CallType Type, DateTimeOffset Time, string MessageId, string? Name = null, JsonElement Values = default, JsonElement Context = default, string? GroupId = null)
{
    internal long At => Microseconds.Of(Time);

    /// <summary>The event that a condition sees, or null when the call is none.</summary>
    internal string? Event => Type switch
    {
        CallType.Track => Name,
        CallType.Page => EventName.PageViewed,
        CallType.Screen => EventName.ScreenViewed,
        _ => null,
    };
}
