namespace Tessera.Server.Ingestion.Contracts;

/// <summary>The names of the call types as senders write them.</summary>
internal static class CallTypes
{
    private static readonly string[] Names = ["", "track", "page", "screen", "identify", "group", "alias"];

    /// <summary>The types that a sender may use.</summary>
    public static IReadOnlyList<CallType> All { get; } =
        [CallType.Track, CallType.Page, CallType.Screen, CallType.Identify, CallType.Group, CallType.Alias];

    /// <summary>The name of a type.</summary>
    public static string NameOf(CallType type) => Names[(int)type];

    /// <summary>Reads a name.</summary>
    public static bool TryParse(ReadOnlySpan<byte> name, out CallType type)
    {
        type = name switch
        {
            _ when name.SequenceEqual("track"u8) => CallType.Track,
            _ when name.SequenceEqual("page"u8) => CallType.Page,
            _ when name.SequenceEqual("screen"u8) => CallType.Screen,
            _ when name.SequenceEqual("identify"u8) => CallType.Identify,
            _ when name.SequenceEqual("group"u8) => CallType.Group,
            _ when name.SequenceEqual("alias"u8) => CallType.Alias,
            _ => CallType.Rejected,
        };
        return type != CallType.Rejected;
    }
}
