namespace Tessera.Server.Profiles;

/// <summary>What a customer's calls say last of a trait.</summary>
internal sealed record TraitRow(string Name, string Value, DateTimeOffset Time, string MessageId, string Source, long Changes);

/// <summary>A value that a call said of a trait.</summary>
internal sealed record TraitValueRow(string Value, DateTimeOffset Time, string MessageId, string Source);
