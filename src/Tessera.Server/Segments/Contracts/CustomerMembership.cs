namespace Tessera.Server.Segments.Contracts;

/// <summary>A segment in the language that a customer is in.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">How it is made.</param>
/// <param name="Since">When they entered it last.</param>
internal sealed record CustomerMembership(string Key, string Name, string Kind, DateTimeOffset Since);
