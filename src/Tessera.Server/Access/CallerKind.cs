namespace Tessera.Server.Access;

/// <summary>By what a caller was recognised.</summary>
internal enum CallerKind
{
    /// <summary>The administrator's token.</summary>
    AdminToken,

    /// <summary>A token of one workspace.</summary>
    WorkspaceToken,

    /// <summary>The session cookie of a browser.</summary>
    Session,
}
