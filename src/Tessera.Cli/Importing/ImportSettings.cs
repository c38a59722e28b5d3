using System.Collections.Immutable;

namespace Tessera.Cli.Importing;

/// <summary>What the user said about the content of a file; what is not said is recognised by the server and shown.</summary>
/// <param name="Map">The column or formula of each target.</param>
/// <param name="Options">Further options by their name in the API, such as <c>dateFormat</c>.</param>
internal sealed record ImportSettings(ImmutableSortedDictionary<string, string> Map, ImmutableSortedDictionary<string, object> Options)
{
    public static ImportSettings None { get; } = new(
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, object>(StringComparer.Ordinal));
}
