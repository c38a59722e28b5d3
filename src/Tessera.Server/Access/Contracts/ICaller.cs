using Tessera.Domain;

namespace Tessera.Server.Access.Contracts;

/// <summary>Who makes the request at hand, as far as other capabilities need to know.</summary>
internal interface ICaller
{
    /// <summary>What people call them.</summary>
    string Name { get; }

    /// <summary>Whether the caller may speak to the workspace.</summary>
    bool MayOpen(WorkspaceKey workspace);
}
