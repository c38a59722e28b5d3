using System.Text.Json;

namespace Tessera.Simulation.Running;

/// <summary>What every call of one kind has in common.</summary>
internal sealed class CallShape
{
    private CallShape(TrackingCallType type, string? name)
    {
        Type = type;
        Name = name;
        Encoded = name is null ? null : JsonText.Of(name);
    }

    public TrackingCallType Type { get; }

    /// <summary>The name of the event, page or screen, unless each call has its own.</summary>
    public string? Name { get; }

    /// <summary>The name, ready to write.</summary>
    public JsonEncodedText? Encoded { get; }

    public static CallShape Track(string name) => new(TrackingCallType.Track, name);

    public static CallShape Page(string name) => new(TrackingCallType.Page, name);

    public static CallShape Screen(string name) => new(TrackingCallType.Screen, name);

    public static CallShape Identify { get; } = new(TrackingCallType.Identify, null);

    public static CallShape Group { get; } = new(TrackingCallType.Group, null);
}
