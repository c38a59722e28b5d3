namespace Tessera.Server.Profiles;

/// <summary>Where a page of orders ended.</summary>
/// <param name="Time">The time of the last order.</param>
/// <param name="OrderId">Its number.</param>
internal sealed record OrderCursor(DateTimeOffset Time, string OrderId);
