using Tessera.Domain;

namespace Tessera.Server.Imports.Contracts;

/// <summary>A track call about an order.</summary>
/// <param name="ProfileId">The profile of who made it.</param>
/// <param name="Identifier">What the profile is known by.</param>
/// <param name="Time">When it happened.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="MessageId">Its id.</param>
/// <param name="Name">Its name, such as Order Completed.</param>
/// <param name="Properties">Its properties as a JSON object.</param>
internal sealed record OrderCall(
    Guid ProfileId, Identifier Identifier, DateTimeOffset Time, DateTimeOffset ReceivedAt, string MessageId, string Name, string Properties);
