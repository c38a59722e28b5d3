using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Pipeline.Store;

/// <summary>Forgets the rows that are kept of a person, so that nothing of them is written again once the engine has deleted them.</summary>
internal sealed class KeptProfileErasure(KeptProfiles kept, ProfileRefresh refresh) : IErasable
{
    public ErasureStage Stage => ErasureStage.State;

    public Task EraseAsync(ErasedPerson person, CancellationToken cancellationToken) => refresh.InTurnAsync(
        () =>
        {
            kept.Forget(person.Nodes.Append(person.ProfileId).Distinct());
            return Task.CompletedTask;
        },
        cancellationToken);
}
