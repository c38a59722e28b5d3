using Tessera.Domain;

namespace Tessera.Server.Pipeline.Contracts;

/// <summary>Rows that the engine makes of calls as they are stored: what group calls say of companies, and consents.</summary>
/// <remarks>
/// The engine stores the calls first and then, in a step of its own for each table, what it makes of them. Killed in between, it has the calls and not the others, and does not
/// make them later. So whoever stores calls that may have been stored before looks for these too.
/// </remarks>
internal interface IDerivedRows
{
    /// <summary>Makes what is missing of some stored calls. Doing it again changes nothing.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="cancellationToken">Gives up; doing it again finishes.</param>
    Task RefillAsync(IReadOnlyCollection<DerivingCall> calls, CancellationToken cancellationToken);

    /// <summary>Makes what is missing of the calls that an import has stored. Doing it again changes nothing.</summary>
    Task RefillAsync(WorkspaceKey workspace, Guid import, CancellationToken cancellationToken);
}
