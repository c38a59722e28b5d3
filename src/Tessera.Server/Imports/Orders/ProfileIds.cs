using Tessera.Domain;

namespace Tessera.Server.Imports.Orders;

/// <summary>Gives the profile ids of one workspace and remembers them, since a hash for every line would cost more than the line.</summary>
internal sealed class ProfileIds(WorkspaceKey workspace)
{
    private const int MostRemembered = 200_000;
    private readonly Dictionary<(string Kind, string Value), Guid> known = [];

    /// <summary>The id of the profile first known by an identifier.</summary>
    public Guid Of(string kind, string value)
    {
        if (known.TryGetValue((kind, value), out var id))
        {
            return id;
        }

        if (known.Count >= MostRemembered)
        {
            known.Clear();
        }

        return known[(kind, value)] = ProfileId.For(workspace, new Identifier(kind, value)).Value;
    }
}
