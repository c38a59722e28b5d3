using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Profiles.Documents;

/// <summary>Forgets the documents of a person: none is shown from before the engine forgets them, and none is left once it has.</summary>
/// <param name="documents">The documents.</param>
/// <param name="stage">When; once for each of the two.</param>
internal sealed class DocumentErasure(ProfileDocuments documents, ErasureStage stage) : IErasable
{
    public ErasureStage Stage => stage;

    public Task EraseAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> profiles = [.. person.Nodes.Append(person.ProfileId).Distinct()];
        if (stage == ErasureStage.State)
        {
            documents.Hold(profiles);
        }
        else
        {
            documents.Forget(profiles);
        }

        return Task.CompletedTask;
    }
}
