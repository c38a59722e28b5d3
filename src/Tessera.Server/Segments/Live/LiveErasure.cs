using Tessera.Server.Privacy.Contracts;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Segments.Live;

/// <summary>Forgets what segments keep of a person. What was found of them and not stored yet is stored first, so that the engine deletes it with the rest.</summary>
internal sealed class LiveErasure(ILiveMembership membership) : IErasable
{
    public ErasureStage Stage => ErasureStage.State;

    public async Task EraseAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        await membership.ForgetAsync(person.Workspace, person.Nodes, cancellationToken);
        await membership.FlushAsync(cancellationToken);
    }
}
