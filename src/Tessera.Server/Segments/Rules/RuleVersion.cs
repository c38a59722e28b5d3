using System.Text.Json.Serialization;

namespace Tessera.Server.Segments.Rules;

/// <summary>What a segment was at some time.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Description">What it is for, or empty.</param>
/// <param name="Definition">Its canonical text.</param>
/// <param name="ChangedAt">When it was made.</param>
/// <param name="ChangedBy">By whom.</param>
internal sealed record RuleVersion(long Version, string Name, string Description, string Definition, DateTimeOffset ChangedAt, string ChangedBy)
{
    /// <summary>What people wrote about it.</summary>
    [JsonIgnore]
    public RuleText Text => new(Name, Description, Definition);
}
