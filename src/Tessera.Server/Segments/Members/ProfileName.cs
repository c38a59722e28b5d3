namespace Tessera.Server.Segments.Members;

/// <summary>What a profile is called.</summary>
/// <param name="ProfileId">Which profile.</param>
/// <param name="Kind">The kind of the identifier it was first known by.</param>
/// <param name="Identifier">Its value.</param>
/// <param name="Name">The name; empty when not known.</param>
/// <param name="Country">The country; empty when not known.</param>
internal sealed record ProfileName(Guid ProfileId, string Kind, string Identifier, string Name, string Country);
