using Tessera.Server.Imports.Mapping;
using Tessera.Server.Imports.Planning;

namespace Tessera.Server.Imports.Endpoints;

/// <summary>How a file would be read, guessed from its beginning.</summary>
/// <param name="Format"><c>csv</c>, <c>xlsx</c> or <c>jsonl</c>.</param>
/// <param name="Delimiter">What separates the values of a <c>csv</c>.</param>
/// <param name="Encoding">The characters' encoding; null for workbooks.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Mapping">Which column or formula probably has what.</param>
/// <param name="Missing">Targets that are needed and have no column.</param>
/// <param name="Questions">What the beginning of the file leaves open. The rest of the file may answer it.</param>
internal sealed record ImportGuess(
    string Format,
    string? Delimiter,
    string? Encoding,
    IReadOnlyList<GuessedColumn> Columns,
    IReadOnlyDictionary<string, MappingGuess> Mapping,
    IReadOnlyList<string> Missing,
    IReadOnlyList<ImportQuestion> Questions)
{
    private const double Computed = 0.9;

    /// <summary>The guess that a plan is.</summary>
    public static ImportGuess Of(ImportPlan plan)
    {
        var mapping = PlanReport.Mapping(plan).ToDictionary(
            source => source.Key,
            source => plan.Guesses.TryGetValue(source.Key, out var guess) ? guess
                : plan.Mapping[source.Key] is null ? new MappingGuess(source.Value, Computed, "Computed for every line.")
                : new MappingGuess(source.Value, 1, "As you said."),
            StringComparer.Ordinal);
        return new ImportGuess(
            plan.Shape.Format,
            plan.Shape.Delimiter,
            plan.Shape.Encoding,
            [.. plan.Profiles.Select(profile => new GuessedColumn(profile.Name, profile.Samples, profile.Type))],
            mapping,
            plan.Missing,
            plan.Questions);
    }
}
