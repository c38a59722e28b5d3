namespace Tessera.Cli.Importing;

/// <summary>What the user said about the content of a file; what is not said is guessed by the server and shown.</summary>
/// <param name="Map">The column or formula of each target.</param>
/// <param name="Options">Further options by their name in the API, such as <c>dateFormat</c>.</param>
internal sealed record ImportSettings(IReadOnlyDictionary<string, string> Map, IReadOnlyDictionary<string, string> Options)
{
    public static ImportSettings None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
}
