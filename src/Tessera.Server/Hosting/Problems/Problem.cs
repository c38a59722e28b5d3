using System.Text.Json.Serialization;

namespace Tessera.Server.Hosting.Problems;

/// <summary>What went wrong with a request, as RFC 9457 says it: the body of every answer from 400 up.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">What went wrong, for programs: short, lower-case, stable.</param>
/// <param name="Title">What went wrong, in a few words, the same for every problem of the code.</param>
/// <param name="Detail">What, where and what to do, in one sentence, for people.</param>
internal sealed record Problem(int Status, string Code, string Title, string Detail)
{
    /// <summary>Always <c>about:blank</c>: the code names the kind.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; init; } = "about:blank";

    /// <summary>Further members that a kind of problem carries, such as <c>errors</c>.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Extensions { get; init; }
}
