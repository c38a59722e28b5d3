using Tessera.Server.Identity.Rules;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Identity;

/// <summary>Forgets a person's identifiers, what linked them, and what kept them apart from others.</summary>
internal sealed class IdentityErasure(CustomerIdentity identity, IdentityRulesStore rules) : IErasable
{
    public ErasureStage Stage => ErasureStage.State;

    public async Task EraseAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        await identity.ForgetAsync(person.Nodes, cancellationToken);
        await rules.ForgetAsync(person.Workspace, person.Identifiers, cancellationToken);
    }
}
