using Tessera.Domain;

namespace Tessera.Server.Identity.Contracts;

/// <summary>What the other capabilities may ask about who is who.</summary>
/// <remarks>
/// Calls and order lines are stored under the id of the identifier that decided whose they are, and never moved. Whose that identifier is today is asked
/// here, or joined from the engine's table <c>identities</c>.
/// </remarks>
internal interface ICustomerIdentity
{
    /// <summary>A reader of calls, for one thread.</summary>
    ICallIdentities NewReader();

    /// <summary>The profile that an identifier is of today: itself, unless it was merged. Answered from memory.</summary>
    /// <param name="node">The id of the identifier, or of a profile that may have been merged into another.</param>
    Guid ProfileOf(Guid node);

    /// <summary>
    /// Whether a decision took identifiers from a profile or gave it some, and who keeps something of it was not told yet: see <see cref="ForgetAsync"/>. Answered from memory.
    /// </summary>
    bool IsUnsettled(Guid profile);

    /// <summary>The ids of the identifiers that a profile has today, under which its calls and order lines are stored; its own id is one of them.</summary>
    Task<IReadOnlyList<Guid>> NodesOfAsync(Guid profile, CancellationToken cancellationToken);

    /// <summary>The identifiers of profiles that were ever linked with others; none for a profile that has only the one that its id is made of.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<IdentityNode>>> MembersAsync(IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken);

    /// <summary>The identifiers of a profile with the first call that linked each with another; none for a profile that has only the one that its id is made of.</summary>
    Task<IReadOnlyList<KnownIdentifier>> IdentifiersOfAsync(Guid profile, CancellationToken cancellationToken);

    /// <summary>Takes note of links, durably, and tells the engine what they change. Doing it again changes nothing.</summary>
    Task LinkAsync(WorkspaceKey workspace, IReadOnlyCollection<IdentityLink> links, CancellationToken cancellationToken);

    /// <summary>Takes note of links, durably, without telling the engine yet. Doing it again changes nothing.</summary>
    /// <returns>The profiles that gained or lost identifiers by it.</returns>
    Task<IReadOnlyCollection<Guid>> NoteAsync(WorkspaceKey workspace, IReadOnlyCollection<IdentityLink> links, CancellationToken cancellationToken);

    /// <summary>Profiles that gained or lost identifiers since they were last put together.</summary>
    Task<ChangedProfiles> ChangedAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Notes that those profiles were put together, and whoever keeps something of them was told.</summary>
    Task ForgetAsync(ChangedProfiles profiles, CancellationToken cancellationToken);
}
