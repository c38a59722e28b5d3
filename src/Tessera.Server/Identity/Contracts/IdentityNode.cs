using Tessera.Domain;

namespace Tessera.Server.Identity.Contracts;

/// <summary>One identifier of a workspace, as a thing that can be linked with others.</summary>
/// <param name="Identifier">Its kind and value, the value normalised.</param>
/// <param name="Id">The id of the profile that it would have alone. Calls are stored under it, for good; whose it is today is looked up.</param>
internal sealed record IdentityNode(Identifier Identifier, Guid Id)
{
    /// <summary>The node of an identifier.</summary>
    public static IdentityNode Of(WorkspaceKey workspace, Identifier identifier) => new(identifier, ProfileId.For(workspace, identifier).Value);

    /// <summary>Whether it is an identifier of a workspace: ids are made of the workspace too, so they cannot be asked about in another.</summary>
    public bool IsOf(WorkspaceKey workspace) => ProfileId.For(workspace, Identifier).Value == Id;
}
