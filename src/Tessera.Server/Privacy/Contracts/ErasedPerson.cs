using System.Text;
using Tessera.Domain;

namespace Tessera.Server.Privacy.Contracts;

/// <summary>Somebody who is to be forgotten.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="ProfileId">Their profile.</param>
/// <param name="Nodes">The ids of their identifiers, under which calls are stored; the profile's own is one of them.</param>
/// <param name="Identifiers">What they are known by.</param>
/// <param name="RequestedAt">What was received until then is theirs; whoever comes afterwards is somebody new, also under the same identifier.</param>
internal sealed record ErasedPerson(
    WorkspaceKey Workspace, Guid ProfileId, IReadOnlyList<Guid> Nodes, IReadOnlyList<Identifier> Identifiers, DateTimeOffset RequestedAt)
{
    private const int FewestCharacters = 6;

    /// <summary>Texts that name them wherever they stand, in any case: e-mail addresses and telephone numbers.</summary>
    public IReadOnlyList<string> Telling { get; } =
        [.. Identifiers.Where(identifier => identifier.Kind is IdentifierKinds.Email or IdentifierKinds.Phone && identifier.Value.Length >= FewestCharacters).Select(identifier => identifier.Value)];

    /// <summary>Texts that name them as a JSON text of their own.</summary>
    public IReadOnlyList<string> Quoted { get; } = [.. Identifiers.Select(identifier => $"\"{identifier.Value}\"")];

    /// <summary>Whether a text names them that is no call, and so has no identifiers.</summary>
    public bool IsNamedIn(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        return Quoted.Any(quoted => text.Contains(quoted, StringComparison.Ordinal)) || Telling.Any(telling => text.Contains(telling, StringComparison.OrdinalIgnoreCase));
    }
}
