namespace Tessera.Server.Access.Secrets;

/// <summary>What the secrets of each kind begin with.</summary>
internal static class SecretPrefixes
{
    public const string AdminToken = "tsr_admin_";
    public const string WorkspaceToken = "tsr_token_";
    public const string WriteKey = "tsr_write_";
    public const string Session = "tsr_session_";

    /// <summary>None: the code is part of a link that people may have to copy.</summary>
    public const string SignInCode = "";
}
