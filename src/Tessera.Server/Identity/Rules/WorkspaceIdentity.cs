namespace Tessera.Server.Identity.Rules;

/// <summary>Everything that decides, beside the calls themselves, which identifiers of a workspace are one customer's.</summary>
/// <param name="Version">Another one after every change.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Cuts">What is kept apart.</param>
internal sealed record WorkspaceIdentity(long Version, IdentityRules Rules, IReadOnlyList<IdentityCut> Cuts)
{
    /// <summary>A workspace that has said nothing.</summary>
    public static WorkspaceIdentity Default { get; } = new(0, IdentityRules.Default, []);

    /// <summary>The values that say nothing.</summary>
    public BlockedValues Blocked { get; } = new(Rules.Blocked);
}
