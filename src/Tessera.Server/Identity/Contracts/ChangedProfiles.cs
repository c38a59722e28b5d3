using System.Runtime.InteropServices;

namespace Tessera.Server.Identity.Contracts;

/// <summary>Profiles that gained or lost identifiers.</summary>
/// <param name="Through">The number of the last change among them; 0 when there is none.</param>
/// <param name="Profiles">The profiles, each once.</param>
internal sealed record ChangedProfiles(long Through, IReadOnlyList<ChangedProfile> Profiles)
{
    /// <summary>How many decisions about who is who were made before these were read.</summary>
    public long Decision { get; init; }
}

/// <summary>A profile that gained or lost identifiers.</summary>
/// <param name="Workspace">Its workspace.</param>
/// <param name="Id">The profile.</param>
/// <param name="HasLost">Whether it lost any.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChangedProfile(string Workspace, Guid Id, bool HasLost);
