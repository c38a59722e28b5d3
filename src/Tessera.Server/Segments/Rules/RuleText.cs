namespace Tessera.Server.Segments.Rules;

/// <summary>What people write about a segment.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Description">What it is for, or empty.</param>
/// <param name="Definition">Its canonical text.</param>
internal sealed record RuleText(string Name, string Description, string Definition);
